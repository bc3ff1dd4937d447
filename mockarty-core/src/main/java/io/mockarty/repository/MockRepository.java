package io.mockarty.repository;

import io.mockarty.mock.Mock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The mocks of all namespaces. A document is kept as it is, field for field and in its order. Every method that writes
 * does all or nothing. Thread-safe.
 */
public interface MockRepository {

    /** How many versions of a mock are kept; of more, the oldest go. */
    int MAX_VERSIONS = 50;

    /**
     * Deletes mocks and saves others in one step. A mock with a known id becomes its next version, and is alive again
     * when it had been deleted; counters start afresh with each version.
     *
     * @param namespace the namespace, made when it does not exist
     * @param deletedIds the ids to delete, as by {@link #delete}; unknown ones are ignored
     * @param mocks the mocks, each with an id, none twice; their namespace is set to this one
     * @return the mocks as saved, in the same order
     */
    List<StoredMock> replace(String namespace, Collection<String> deletedIds, List<Mock> mocks);

    /**
     * Saves mocks in one step.
     *
     * @param namespace the namespace, made when it does not exist
     * @param mocks the mocks, each with an id, none twice
     * @return the mocks as saved, in the same order
     */
    default List<StoredMock> save(String namespace, List<Mock> mocks) {
        return replace(namespace, List.of(), mocks);
    }

    /**
     * Deletes mocks; they can be restored.
     *
     * @param namespace the namespace
     * @param ids the ids; unknown and deleted ones are ignored
     * @return the ids that were deleted now
     */
    List<String> delete(String namespace, Collection<String> ids);

    /**
     * Brings deleted mocks back, with what they have counted.
     *
     * @param namespace the namespace
     * @param ids the ids; unknown and living ones are ignored
     * @return the mocks that are back
     */
    List<StoredMock> restore(String namespace, Collection<String> ids);

    /**
     * Removes mocks for good, alive or deleted, with versions, counters and request logs.
     *
     * @param namespace the namespace
     * @param ids the ids; unknown ones are ignored
     * @return the ids that were removed now
     */
    List<String> purge(String namespace, Collection<String> ids);

    /**
     * Finds a mock that is not deleted.
     *
     * @param namespace the namespace
     * @param id its id
     * @return the mock
     */
    default Optional<StoredMock> find(String namespace, String id) {
        return findAll(namespace, List.of(id)).stream().findFirst();
    }

    /**
     * Finds mocks that are not deleted.
     *
     * @param namespace the namespace
     * @param ids their ids
     * @return those that exist, in no order
     */
    List<StoredMock> findAll(String namespace, Collection<String> ids);

    /**
     * Reads all mocks of a namespace that are not deleted, as they are at one moment.
     *
     * @param namespace the namespace
     * @param reader gets one after the other, in the order of {@link StoredMock#ordinal}
     */
    void readAll(String namespace, Consumer<StoredMock> reader);

    /**
     * Lists mocks, in the order of {@link StoredMock#ordinal}.
     *
     * @param namespace the namespace
     * @param query which are meant
     * @param offset how many to leave out, at least 0
     * @param limit how many to list, at least 0
     * @return the page
     */
    Page<StoredMock> list(String namespace, MockQuery query, long offset, int limit);

    /**
     * Lists the versions of a mock, also of a deleted one.
     *
     * @param namespace the namespace
     * @param id the id of the mock
     * @return at most {@value #MAX_VERSIONS}, the latest first; empty for an unknown mock
     */
    List<StoredMock> versions(String namespace, String id);

    /**
     * Saves the content of an old version as the next one.
     *
     * @param namespace the namespace
     * @param id the id of the mock
     * @param version the number of the old version
     * @return the mock as saved, or empty when there is no such version
     */
    Optional<StoredMock> restoreVersion(String namespace, String id, long version);

    /**
     * Changes mocks without making a version: a move into another folder, other tags.
     *
     * @param namespace the namespace
     * @param ids the ids; unknown and deleted ones are ignored
     * @param label what becomes of them
     * @return the mocks as they are now
     */
    List<StoredMock> label(String namespace, Collection<String> ids, MockLabel label);

    /**
     * Counts the tags of the mocks that are not deleted.
     *
     * @param namespace the namespace
     * @return the tags, sorted, each with the number of mocks that have it
     */
    Map<String, Long> tags(String namespace);
}
