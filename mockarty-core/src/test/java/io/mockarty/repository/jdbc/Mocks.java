package io.mockarty.repository.jdbc;

import io.mockarty.json.Json;
import io.mockarty.mock.Mock;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import java.util.List;

/** What the tests write. */
final class Mocks {

    static final String SHOP = "shop";

    private Mocks() {}

    static Mock mock(String id) {
        return mock(id, "");
    }

    static Mock mock(String id, String payload) {
        return Mock.fromJson("{\"id\": %s, \"http\": {\"route\": \"/a\"}, \"response\": {\"payload\": %s}}"
                .formatted(Json.write(id), Json.write(payload)));
    }

    static void save(Repository repository, String id) {
        repository.mocks().save(SHOP, List.of(mock(id)));
    }

    static void put(Repository repository, String key, Object value) {
        repository.stores().update(SHOP, StoreId.global(), store -> {
            store.put(key, value);
            return null;
        });
    }

    static Object get(Repository repository, String key) {
        return repository.stores().content(SHOP, StoreId.global()).get(key);
    }
}
