package io.mockarty.namespace;

import io.mockarty.mock.Mock;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoredMock;
import io.mockarty.store.Store;
import io.mockarty.store.Stores;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A namespace of a repository, which outlives this process and may be shared with others. Thread-safe. */
final class SharedTruth implements Truth {

    private final Repository repository;
    private final String namespace;

    SharedTruth(Repository repository, String namespace) {
        this.repository = repository;
        this.namespace = namespace;
    }

    @Override
    public List<StoredMock> replace(Collection<String> deletedIds, List<Mock> mocks) {
        return repository.mocks().replace(namespace, deletedIds, mocks);
    }

    /** Made by chance: numbers would be given by several nodes at once. */
    @Override
    public String newId() {
        return "mock-" + UUID.randomUUID();
    }

    @Override
    public long lastId() {
        return 0;
    }

    @Override
    public Usage usageOf(StoredMock mock) {
        return new SharedUsage(repository.counters(), namespace, mock);
    }

    @Override
    public Stores stores() {
        return new Stores(store(StoreId.global()), chainId -> store(StoreId.chain(chainId)));
    }

    private Store store(StoreId id) {
        return new Store(new RepositoryBackend(repository.stores(), namespace, id));
    }

    @Override
    public long revision() {
        return repository.changes().revision(namespace);
    }

    @Override
    public boolean isShared() {
        return true;
    }
}
