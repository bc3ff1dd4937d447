package io.mockarty.repository;

import io.mockarty.mock.Mock;

/**
 * A mock as it is kept. Immutable and thread-safe.
 *
 * @param document the mock, with id and namespace; {@code closedAt} says when it was deleted
 * @param version the number of this content, counted from 1; saving makes the next one, moving and tagging do not
 * @param ordinal the place among the saved contents of the namespace: the later saved, the higher
 * @param revision the revision of the namespace that changed this mock last, in any way
 */
public record StoredMock(Mock document, long version, long ordinal, long revision) {

    /**
     * Returns the id.
     *
     * @return the id
     * @throws IllegalStateException when the document has none, which no repository returns
     */
    public String id() {
        String id = document.id();
        if (id == null) {
            throw new IllegalStateException("id: missing (expected: every stored mock to have one)");
        }
        return id;
    }

    /** {@return true when the mock was deleted and can be restored} */
    public boolean isDeleted() {
        return document.closedAt() > 0;
    }
}
