package io.mockarty.repository.memory;

import io.mockarty.repository.Change;
import io.mockarty.repository.CounterId;
import io.mockarty.repository.CounterRepository;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The counters and states of all namespaces. Thread-safe. */
final class InMemoryCounters implements CounterRepository {

    private final Worlds worlds;

    InMemoryCounters(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public OptionalLong next(String namespace, CounterId counter, long limit) {
        return worlds.writeUnlessDeleted(namespace, OptionalLong.empty(), (contents, write) -> {
            long before = contents.counters().value(counter);
            if (before >= limit) {
                return OptionalLong.empty();
            }
            contents.counters().set(counter, before + 1);
            write.changed(Change.Kind.COUNTER, counter.mockId());
            return OptionalLong.of(before);
        });
    }

    @Override
    public long value(String namespace, CounterId counter) {
        return worlds.read(namespace, 0L, contents -> contents.counters().value(counter));
    }

    @Override
    public Optional<String> state(String namespace, String scenario) {
        return worlds.read(
                namespace,
                Optional.empty(),
                contents -> Optional.ofNullable(contents.counters().state(scenario)));
    }

    @Override
    public boolean compareAndSet(String namespace, String scenario, @Nullable String expected, String next) {
        return worlds.writeUnlessDeleted(namespace, false, (contents, write) -> {
            boolean moved = contents.counters().compareAndSet(scenario, expected, next);
            if (moved) {
                write.changed(Change.Kind.COUNTER, scenario);
            }
            return moved;
        });
    }
}
