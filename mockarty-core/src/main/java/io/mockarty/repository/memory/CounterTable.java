package io.mockarty.repository.memory;

import io.mockarty.repository.CounterId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The counters and states of one namespace. Guarded by the lock of its {@link World}. */
final class CounterTable {

    private final Map<String, Map<CounterId, Long>> byMock = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();

    long value(CounterId counter) {
        return byMock.getOrDefault(counter.mockId(), Map.of()).getOrDefault(counter, 0L);
    }

    void set(CounterId counter, long value) {
        byMock.computeIfAbsent(counter.mockId(), id -> new HashMap<>()).put(counter, value);
    }

    /** Forgets what a mock has counted. */
    void forget(String mockId) {
        byMock.remove(mockId);
    }

    /** Forgets what versions of a mock have counted that are not kept any more. */
    void forgetBefore(String mockId, long firstKeptVersion) {
        Map<CounterId, Long> counters = byMock.get(mockId);
        if (counters != null) {
            counters.keySet().removeIf(counter -> counter.version() < firstKeptVersion);
        }
    }

    @Nullable
    String state(String scenario) {
        return states.get(scenario);
    }

    boolean compareAndSet(String scenario, @Nullable String expected, String next) {
        boolean moves = Objects.equals(states.get(scenario), expected);
        if (moves) {
            states.put(scenario, next);
        }
        return moves;
    }
}
