package io.mockarty.repository;

/**
 * One thing that was written. Immutable and thread-safe.
 *
 * @param namespace where
 * @param revision the revision of the namespace that this write made; all changes of one write share it
 * @param kind what kind of thing
 * @param id which: the id of a mock, folder or row, {@link StoreId#literal}, the mock that counted, the scenario, the
 *     name of the namespace; empty for all of them
 */
public record Change(String namespace, long revision, Kind kind, String id) {

    /** What can change. */
    public enum Kind {
        /** A namespace was made or removed. */
        NAMESPACE,

        /** A mock was saved, labelled, deleted, restored or purged. */
        MOCK,

        /** A folder was saved or deleted. */
        FOLDER,

        /** A store was written to. */
        STORE,

        /** A mock has counted, or a scenario moved. */
        COUNTER,

        /** Requests of a mock were logged, or its log was deleted. */
        REQUEST_LOG,

        /** Rows of undefined requests were added, ignored or deleted. */
        UNDEFINED_REQUEST
    }
}
