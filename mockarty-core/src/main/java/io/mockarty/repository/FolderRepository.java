package io.mockarty.repository;

import java.util.List;

/** The folders that the mocks of a namespace are sorted into. Thread-safe. */
public interface FolderRepository {

    /**
     * Saves a folder; one with a known id is changed.
     *
     * @param namespace the namespace, made when it does not exist
     * @param folder the folder
     * @throws IllegalArgumentException when its parent does not exist, or is the folder itself or lies in it
     */
    void save(String namespace, MockFolder folder);

    /**
     * Lists the folders.
     *
     * @param namespace the namespace
     * @return all folders, by {@code sortOrder} and then by name
     */
    List<MockFolder> all(String namespace);

    /**
     * Removes a folder. What lies in it moves into the folder around it.
     *
     * @param namespace the namespace
     * @param id the id of the folder
     * @return false when it does not exist
     */
    boolean delete(String namespace, String id);
}
