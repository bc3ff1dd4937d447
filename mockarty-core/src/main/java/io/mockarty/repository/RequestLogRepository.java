package io.mockarty.repository;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and answered, of which the latest for each mock are kept, and the latest of those that no mock
 * answered. Thread-safe.
 */
public interface RequestLogRepository {

    /** How many requests are kept for each mock, unless the repository was made with another number. */
    int DEFAULT_LIMIT = 3;

    /**
     * Adds requests.
     *
     * @param namespace the namespace
     * @param requests the requests, oldest first; their sequence is given here
     * @param lost how many more requests there were for each mock, under an empty id those that no mock answered, that
     *     are not among these
     */
    void append(String namespace, List<LoggedRequest> requests, Map<String, Long> lost);

    /**
     * Lists the requests of one mock.
     *
     * @param namespace the namespace
     * @param mockId the mock, or null for the requests that no mock answered
     * @param offset how many to leave out, at least 0
     * @param limit how many to list, at least 0
     * @return the page, the latest first
     */
    Page<LoggedRequest> ofMock(String namespace, @Nullable String mockId, long offset, int limit);

    /**
     * Lists all requests.
     *
     * @param namespace the namespace
     * @return those that are kept, in the order they arrived
     */
    List<LoggedRequest> all(String namespace);

    /**
     * Tells how much is missing.
     *
     * @param namespace the namespace
     * @return how many requests were answered and are not kept any more, those deleted by {@link #delete} not counted
     */
    long evicted(String namespace);

    /**
     * Forgets the requests of one mock.
     *
     * @param namespace the namespace
     * @param mockId the mock, or null for the requests that no mock answered
     */
    void delete(String namespace, @Nullable String mockId);

    /** {@return how many requests are kept for each mock} */
    int limit();

    /** {@return a clock that all nodes share, as exactly as it can be read} */
    Clock clock();
}
