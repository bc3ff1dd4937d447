package io.mockarty.repository.cache;

import io.mockarty.mock.Mock;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.Page;
import io.mockarty.repository.StoredMock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Mocks, of which those that are found by id are cached. */
final class CachedMocks implements MockRepository {

    private final MockRepository truth;
    private final Tiers tiers;

    CachedMocks(MockRepository truth, Tiers tiers) {
        this.truth = truth;
        this.tiers = tiers;
    }

    @Override
    public List<StoredMock> findAll(String namespace, Collection<String> ids) {
        List<StoredMock> mocks = new ArrayList<>();
        tiers.read(namespace, CacheKey.mocks(namespace, ids), missing -> load(namespace, missing))
                .values()
                .forEach(value -> {
                    if (value instanceof CacheValue.OfMock cached) {
                        mocks.add(cached.mock());
                    }
                });
        return mocks;
    }

    private Map<CacheKey, CacheValue> load(String namespace, List<CacheKey> keys) {
        Map<CacheKey, CacheValue> loaded = new LinkedHashMap<>();
        for (StoredMock mock :
                truth.findAll(namespace, keys.stream().map(CacheKey::id).toList())) {
            loaded.put(CacheKey.mock(namespace, mock.id()), CacheValue.OfMock.of(mock));
        }
        return loaded;
    }

    @Override
    public List<StoredMock> replace(String namespace, Collection<String> deletedIds, List<Mock> mocks) {
        List<StoredMock> saved = truth.replace(namespace, deletedIds, mocks);
        Set<CacheKey> written = CacheKey.mocks(namespace, deletedIds);
        saved.forEach(mock -> written.add(CacheKey.mock(namespace, mock.id())));
        tiers.wrote(namespace, written);
        return saved;
    }

    @Override
    public List<String> delete(String namespace, Collection<String> ids) {
        List<String> deleted = truth.delete(namespace, ids);
        tiers.wrote(namespace, CacheKey.mocks(namespace, ids));
        return deleted;
    }

    @Override
    public List<StoredMock> restore(String namespace, Collection<String> ids) {
        List<StoredMock> restored = truth.restore(namespace, ids);
        tiers.wrote(namespace, CacheKey.mocks(namespace, ids));
        return restored;
    }

    @Override
    public List<String> purge(String namespace, Collection<String> ids) {
        List<String> purged = truth.purge(namespace, ids);
        tiers.wrote(namespace, CacheKey.mocks(namespace, ids));
        return purged;
    }

    @Override
    public Optional<StoredMock> restoreVersion(String namespace, String id, long version) {
        Optional<StoredMock> restored = truth.restoreVersion(namespace, id, version);
        tiers.wrote(namespace, List.of(CacheKey.mock(namespace, id)));
        return restored;
    }

    @Override
    public List<StoredMock> label(String namespace, Collection<String> ids, MockLabel label) {
        List<StoredMock> labelled = truth.label(namespace, ids, label);
        tiers.wrote(namespace, CacheKey.mocks(namespace, ids));
        return labelled;
    }

    @Override
    public void readAll(String namespace, Consumer<StoredMock> reader) {
        truth.readAll(namespace, reader);
    }

    @Override
    public Page<StoredMock> list(String namespace, MockQuery query, long offset, int limit) {
        return truth.list(namespace, query, offset, limit);
    }

    @Override
    public List<StoredMock> versions(String namespace, String id) {
        return truth.versions(namespace, id);
    }

    @Override
    public Map<String, Long> tags(String namespace) {
        return truth.tags(namespace);
    }
}
