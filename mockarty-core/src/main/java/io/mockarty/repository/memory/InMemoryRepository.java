package io.mockarty.repository.memory;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.NamespaceRepository;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RequestLogRepository;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.UndefinedRequestRepository;
import java.time.Clock;

/**
 * A repository in the memory of this process, for whoever embeds a server. Needs no thread and no dependency, never
 * fails, and forgets everything when it is closed. Thread-safe.
 *
 * <p>Listeners are told by the thread that wrote, before its method returns, and one after the other: while a listener
 * works, others who have written something wait. A listener may read from the repository, but must not wait for another
 * thread that writes to it. One that throws is reported to the log, and told of the next write all the same.
 */
public final class InMemoryRepository implements Repository {

    private final Worlds worlds;
    private final MockRepository mocks;
    private final RequestLogRepository requestLogs;

    private InMemoryRepository(Clock clock, int logLimit) {
        this.worlds = new Worlds(logLimit);
        this.mocks = new InMemoryMocks(worlds, clock);
        this.requestLogs = new InMemoryRequestLogs(worlds, clock, logLimit);
    }

    /**
     * Creates an empty repository that keeps {@value RequestLogRepository#DEFAULT_LIMIT} requests for each mock.
     *
     * @param clock tells when something was deleted, and when requests came
     * @return the repository
     */
    public static InMemoryRepository create(Clock clock) {
        return create(clock, RequestLogRepository.DEFAULT_LIMIT);
    }

    /**
     * Creates an empty repository.
     *
     * @param clock tells when something was deleted, and when requests came
     * @param logLimit how many requests are kept for each mock; 0 for none
     * @return the repository
     * @throws IllegalArgumentException when the limit is negative
     */
    public static InMemoryRepository create(Clock clock, int logLimit) {
        if (logLimit < 0) {
            throw new IllegalArgumentException("logLimit: " + logLimit + " (expected: 0 or more)");
        }
        return new InMemoryRepository(clock, logLimit);
    }

    /** {@return {@code memory}} */
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public NamespaceRepository namespaces() {
        return worlds;
    }

    @Override
    public MockRepository mocks() {
        return mocks;
    }

    @Override
    public FolderRepository folders() {
        return new InMemoryFolders(worlds);
    }

    @Override
    public StoreRepository stores() {
        return new InMemoryStores(worlds);
    }

    @Override
    public CounterRepository counters() {
        return new InMemoryCounters(worlds);
    }

    @Override
    public RequestLogRepository requestLogs() {
        return requestLogs;
    }

    @Override
    public UndefinedRequestRepository undefinedRequests() {
        return new InMemoryUndefinedRequests(worlds);
    }

    @Override
    public ChangeFeed changes() {
        return worlds.feed();
    }

    /** Forgets everything, and tells nobody of it. */
    @Override
    public void close() {
        worlds.forget();
    }
}
