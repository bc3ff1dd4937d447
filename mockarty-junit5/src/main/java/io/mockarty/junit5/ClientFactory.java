package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import java.net.URI;

/**
 * Makes the client of a mocked API, so that tests can ask for it by its type. Named in {@link MockartyTest#clients},
 * given to the builder of an extension, or found by {@code java.util.ServiceLoader}. Must be thread-safe and have a
 * constructor without parameters.
 *
 * @param <T> the type of the client
 */
public interface ClientFactory<T> {

    /** {@return the type that tests ask for} */
    Class<T> type();

    /**
     * Makes a client, once for each namespace whose test asks for one.
     *
     * @param mocks the server, seen from the namespace
     * @param baseUrl the address of the namespace
     * @return the client; closed with the namespace when it is {@code AutoCloseable}
     */
    T create(MockartyServer mocks, URI baseUrl);
}
