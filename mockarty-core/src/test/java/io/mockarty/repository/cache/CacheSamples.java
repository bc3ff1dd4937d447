package io.mockarty.repository.cache;

import io.mockarty.json.Json;
import io.mockarty.mock.Mock;
import io.mockarty.repository.StoredMock;
import java.util.Map;

/** Mocks and values as the tests of the caches write them. */
final class CacheSamples {

    static final String SHOP = "shop";

    private CacheSamples() {}

    /** A mock whose payload tells one content from another. */
    static Mock mock(String id, String payload) {
        return Mock.fromJson("""
                {"id": %s, "http": {"route": "/items"}, "response": {"payload": %s}}""".formatted(Json.write(id), Json.write(payload)));
    }

    static CacheValue.OfMock value(String id, String payload) {
        return CacheValue.OfMock.of(new StoredMock(mock(id, payload), 1, 1, 1));
    }

    static CacheValue.OfStore store(String key, Object value) {
        return CacheValue.OfStore.of(Map.of(key, value));
    }

    static CacheKey key(String id) {
        return CacheKey.mock(SHOP, id);
    }
}
