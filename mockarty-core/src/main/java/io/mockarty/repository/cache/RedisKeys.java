package io.mockarty.repository.cache;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How things are called in Redis. The namespace is escaped, so that no two things have one name. */
record RedisKeys(String prefix) {

    String of(CacheKey key) {
        return namespace(key.namespace()) + key.kind().name().toLowerCase(Locale.ROOT) + ':' + key.id();
    }

    List<String> of(Collection<CacheKey> keys) {
        return keys.stream().map(this::of).toList();
    }

    /** The key whose revision all values of the namespace must have reached. */
    String floor(String namespace) {
        return namespace(namespace) + "floor";
    }

    private String namespace(String name) {
        return prefix + URLEncoder.encode(name, StandardCharsets.UTF_8) + ':';
    }
}
