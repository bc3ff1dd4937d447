package io.mockarty.repository;

/**
 * One place that keeps everything a server must not forget. Several servers, also in several processes, may share what
 * stands behind it.
 *
 * <p>All methods of its parts may be called from any thread, and may block. What a method wrote is visible to whatever
 * is read afterwards through the same object. They throw {@link RepositoryException} when the place cannot be reached
 * or refuses.
 */
public interface Repository extends AutoCloseable {

    /** {@return what this is and where, for people to read, such as {@code SQLite /data/mocks.db}; without secrets} */
    String name();

    /** {@return the namespaces} */
    NamespaceRepository namespaces();

    /** {@return the mocks} */
    MockRepository mocks();

    /** {@return the folders that mocks are sorted into} */
    FolderRepository folders();

    /** {@return the global stores and those of chains} */
    StoreRepository stores();

    /** {@return what mocks have counted, and the states of scenarios} */
    CounterRepository counters();

    /** {@return what was asked and answered} */
    RequestLogRepository requestLogs();

    /** {@return what no mock answered} */
    UndefinedRequestRepository undefinedRequests();

    /** {@return what was written, by whomever} */
    ChangeFeed changes();

    /** Lets go of connections, threads and caches. What was written stays, unless it was kept in memory. */
    @Override
    void close();
}
