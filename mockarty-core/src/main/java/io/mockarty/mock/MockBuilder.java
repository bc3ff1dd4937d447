package io.mockarty.mock;

/** Whatever can be turned into a mock: a builder, or a fluent description such as {@code get("/users/:id")}. */
@FunctionalInterface
public interface MockBuilder {

    /**
     * Makes the mock.
     *
     * @return the mock
     * @throws InvalidMockException naming every problem, when the description is not a valid mock
     */
    Mock build();
}
