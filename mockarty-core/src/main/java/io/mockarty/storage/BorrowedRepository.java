package io.mockarty.storage;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.NamespaceRepository;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RequestLogRepository;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.UndefinedRequestRepository;

/** A repository of somebody else, which stays open. */
record BorrowedRepository(Repository owned) implements Repository {

    @Override
    public String name() {
        return owned.name();
    }

    @Override
    public NamespaceRepository namespaces() {
        return owned.namespaces();
    }

    @Override
    public MockRepository mocks() {
        return owned.mocks();
    }

    @Override
    public FolderRepository folders() {
        return owned.folders();
    }

    @Override
    public StoreRepository stores() {
        return owned.stores();
    }

    @Override
    public CounterRepository counters() {
        return owned.counters();
    }

    @Override
    public RequestLogRepository requestLogs() {
        return owned.requestLogs();
    }

    @Override
    public UndefinedRequestRepository undefinedRequests() {
        return owned.undefinedRequests();
    }

    @Override
    public ChangeFeed changes() {
        return owned.changes();
    }

    @Override
    public void close() {
        // Whoever opened it closes it.
    }
}
