package io.mockarty.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values in the memory of this process. Reads do not wait for writes. */
final class LocalBackend implements StoreBackend {

    /** Stands for a stored {@code null}, which a concurrent map cannot hold. */
    private static final Object NULL = new Object();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object get(String key) {
        return unmasked(values.get(key));
    }

    private static @Nullable Object unmasked(@Nullable Object value) {
        return value == NULL ? null : value;
    }

    @Override
    public boolean has(String key) {
        return values.containsKey(key);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> copy = new TreeMap<>();
        values.forEach((key, value) -> copy.put(key, unmasked(value)));
        return copy;
    }

    @Override
    public void put(String key, @Nullable Object value) {
        update(locked -> values.put(key, value == null ? NULL : value));
    }

    @Override
    public boolean remove(String key) {
        return update(locked -> values.remove(key) != null);
    }

    @Override
    public <T extends @Nullable Object> T update(Function<StoreBackend, T> work) {
        lock.lock();
        try {
            return work.apply(this);
        } finally {
            lock.unlock();
        }
    }
}
