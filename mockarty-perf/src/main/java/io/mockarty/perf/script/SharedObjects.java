package io.mockarty.perf.script;

import io.mockarty.perf.module.ModuleContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Things of which one run has one, such as pools of connections. Thread-safe. */
final class SharedObjects implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedObjects.class);

    private final Map<Object, Holder> holders = new ConcurrentHashMap<>();
    private final List<AutoCloseable> closeables = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("unchecked") // a key belongs to one module, which always asks for the same type
    <T> T get(Object key, Supplier<T> create) {
        return (T) holders.computeIfAbsent(key, missing -> new Holder()).get(() -> {
            T made = create.get();
            if (made instanceof AutoCloseable closeable) {
                closeables.add(closeable);
            }
            return made;
        });
    }

    /** Closes and forgets all but what lasts. */
    void restart() {
        close();
        closeables.clear();
        holders.values().removeIf(holder -> !holder.lasts());
    }

    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(closeables);
        Collections.reverse(all);
        all.forEach(closeable -> close(closeable));
    }

    static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("Closing {} failed", closeable, e);
        }
    }

    /** Makes its object once, though many may ask at once; others of the map are not kept waiting. */
    private static final class Holder {

        private @org.jspecify.annotations.Nullable Object value;

        synchronized Object get(Supplier<?> create) {
            if (value == null) {
                value = java.util.Objects.requireNonNull(create.get());
            }
            return value;
        }

        synchronized boolean lasts() {
            return value instanceof ModuleContext.Lasting;
        }
    }
}
