package io.mockarty.namespace;

import io.mockarty.mock.Mock;
import io.mockarty.repository.StoredMock;
import io.mockarty.store.Stores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A namespace that nobody else has and that ends with this process: its index is the truth. Thread-safe. */
final class LocalTruth implements Truth {

    private final AtomicLong saved = new AtomicLong();
    private final AtomicLong lastId;

    /**
     * Creates the truth of an empty namespace.
     *
     * @param lastId the number in the last id that was given elsewhere, and is not given once more
     */
    LocalTruth(long lastId) {
        this.lastId = new AtomicLong(lastId);
    }

    @Override
    public List<StoredMock> replace(Collection<String> deletedIds, List<Mock> mocks) {
        List<StoredMock> stored = new ArrayList<>(mocks.size());
        for (Mock mock : mocks) {
            long ordinal = saved.incrementAndGet();
            stored.add(new StoredMock(mock, 1, ordinal, ordinal));
        }
        return stored;
    }

    @Override
    public String newId() {
        return "mock-" + lastId.incrementAndGet();
    }

    @Override
    public long lastId() {
        return lastId.get();
    }

    @Override
    public Usage usageOf(StoredMock mock) {
        return new Usage(mock.document());
    }

    @Override
    public Stores stores() {
        return new Stores();
    }

    @Override
    public long revision() {
        return 0;
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
