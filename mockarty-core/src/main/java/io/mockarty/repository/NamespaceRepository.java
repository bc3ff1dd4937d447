package io.mockarty.repository;

import java.util.List;

/** The namespaces. Thread-safe. */
public interface NamespaceRepository {

    /**
     * Makes a namespace; writing into one that does not exist makes it as well.
     *
     * @param name its name
     * @return false when it exists
     */
    boolean create(String name);

    /** {@return the names of all namespaces, sorted} */
    List<String> names();

    /**
     * Removes a namespace for good, with everything in it.
     *
     * @param name its name
     * @return false when it does not exist
     */
    boolean delete(String name);
}
