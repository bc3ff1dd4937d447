package io.mockarty.repository.cache;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.RepositoryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The caches before the truth, one behind the other. The shared one is always invalidated before the local one: what a
 * reader fetched there too early is then refused here.
 */
final class Tiers {

    private static final Logger LOG = LoggerFactory.getLogger(Tiers.class);

    private final ChangeFeed truth;
    private final LocalCache local;
    private final SharedCache shared;

    /**
     * The namespaces of which no value in the shared cache is older than the first look of this node at it. What was
     * written since, the feed has told, so this node has invalidated it.
     */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Tiers(ChangeFeed truth, LocalCache local, SharedCache shared) {
        this.truth = truth;
        this.local = local;
        this.shared = shared;
    }

    /**
     * Reads values, from the nearest that has them.
     *
     * @param load reads from the truth; what does not exist is left out
     */
    Map<CacheKey, CacheValue> read(
            String namespace, Set<CacheKey> keys, Function<List<CacheKey>, Map<CacheKey, CacheValue>> load) {
        Map<CacheKey, CacheValue> found = new LinkedHashMap<>();
        Map<CacheKey, Long> stamps = new HashMap<>();
        for (CacheKey key : keys) {
            CacheValue value = local.get(key);
            if (value == null) {
                stamps.put(key, local.stamp(key));
            } else {
                found.put(key, value);
            }
        }
        if (!stamps.isEmpty()) {
            Map<CacheKey, CacheValue> fetched = fetch(namespace, new ArrayList<>(stamps.keySet()), load);
            stamps.forEach((key, stamp) -> {
                CacheValue value = fetched.get(key);
                if (value != null) {
                    local.put(key, value, stamp);
                    found.put(key, value);
                }
            });
        }
        return found;
    }

    private Map<CacheKey, CacheValue> fetch(
            String namespace, List<CacheKey> keys, Function<List<CacheKey>, Map<CacheKey, CacheValue>> load) {
        if (!known.contains(namespace)) {
            shared.invalidateAll(namespace, () -> truth.revision(namespace));
            known.add(namespace);
        }
        Map<CacheKey, CacheValue> fetched = new HashMap<>(shared.get(namespace, keys));
        List<CacheKey> missing =
                keys.stream().filter(key -> !fetched.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            boolean share = shared.isUsable();
            long revision = share ? truth.revision(namespace) : 0;
            Map<CacheKey, CacheValue> loaded = load.apply(missing);
            if (share && !loaded.isEmpty()) {
                shared.put(namespace, revision, loaded);
            }
            fetched.putAll(loaded);
        }
        return fetched;
    }

    /** Is called when this node has written. */
    void wrote(String namespace, Collection<CacheKey> keys) {
        shared.invalidate(namespace, () -> revisionNow(namespace), keys);
        local.invalidate(keys);
    }

    /** Is called when this node has written something that concerns a whole namespace. */
    void wroteAll(String namespace) {
        shared.invalidateAll(namespace, () -> revisionNow(namespace));
        local.invalidateAll(namespace);
    }

    /** A revision that is not before the write that has just ended; the write must not fail because of this. */
    private long revisionNow(String namespace) {
        try {
            return truth.revision(namespace);
        } catch (RepositoryException e) {
            LOG.debug("{}: written, but its revision is not known", namespace, e);
            return SharedCache.UNKNOWN_REVISION;
        }
    }

    /** Is called when anybody has written. */
    void changed(String namespace, List<Change> changes) {
        Set<CacheKey> keys = new LinkedHashSet<>();
        long revision = 0;
        boolean all = false;
        for (Change change : changes) {
            revision = Math.max(revision, change.revision());
            switch (change.kind()) {
                case NAMESPACE -> {
                    known.remove(namespace);
                    all = true;
                }
                case MOCK -> {
                    keys.add(CacheKey.mock(namespace, change.id()));
                    all |= change.id().isEmpty();
                }
                case STORE -> {
                    keys.add(new CacheKey(CacheKey.Kind.STORE, namespace, change.id()));
                    all |= change.id().isEmpty();
                }
                case FOLDER, COUNTER, REQUEST_LOG, UNDEFINED_REQUEST -> {
                    // These are not cached.
                }
            }
        }
        if (all) {
            reread(namespace, revision);
        } else {
            long latest = revision;
            shared.invalidate(namespace, () -> latest, keys);
            local.invalidate(keys);
        }
    }

    /** Is called when anything may have been written. */
    void reread(String namespace, long revision) {
        shared.invalidateAll(namespace, () -> revision);
        local.invalidateAll(namespace);
    }
}
