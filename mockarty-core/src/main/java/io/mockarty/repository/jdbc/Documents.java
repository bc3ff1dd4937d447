package io.mockarty.repository.jdbc;

import io.mockarty.mock.Mock;

/** What a repository writes into the document of a mock: where it is, and when it was deleted. */
final class Documents {

    private Documents() {}

    /** A mock as it is saved into a namespace. */
    static Mock alive(Mock mock, String namespace) {
        Mock placed = namespace.equals(mock.namespace())
                ? mock
                : mock.toBuilder().namespace(namespace).build();
        return alive(placed);
    }

    /** A mock that is not deleted. */
    static Mock alive(Mock mock) {
        return mock.closedAt() > 0 ? mock.toBuilder().put("closedAt", null).build() : mock;
    }

    /** A mock that was deleted. */
    static Mock deleted(Mock mock, long millis) {
        return mock.toBuilder().closedAt(millis).build();
    }
}
