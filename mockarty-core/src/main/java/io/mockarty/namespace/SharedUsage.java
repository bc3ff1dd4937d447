package io.mockarty.namespace;

import io.mockarty.repository.CounterId;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.StoredMock;
import java.util.OptionalLong;

/**
 * What a mock has counted on all nodes: limited uses and the order of its answers are counted by the repository, one by
 * one. Uses that nothing limits are counted on this node alone. Thread-safe.
 */
final class SharedUsage extends Usage {

    private static final long serialVersionUID = 1L;

    private final transient CounterRepository counters;
    private final transient String namespace;
    private final transient StoredMock mock;

    SharedUsage(CounterRepository counters, String namespace, StoredMock mock) {
        super(mock.document());
        this.counters = counters;
        this.namespace = namespace;
        this.mock = mock;
    }

    /** The count of a version only grows, so a limit once reached is remembered. */
    @Override
    boolean takeUse(long most) {
        if (get() >= most) {
            return false;
        }
        OptionalLong before = counters.next(namespace, counter(CounterId.Kind.USE), most);
        long count = before.isPresent() ? before.getAsLong() + 1 : most;
        accumulateAndGet(count, Math::max);
        return before.isPresent();
    }

    @Override
    long takeTurn() {
        return counters.next(namespace, counter(CounterId.Kind.ONE_OF), Long.MAX_VALUE)
                .orElse(0);
    }

    private CounterId counter(CounterId.Kind kind) {
        return new CounterId(mock.id(), mock.version(), kind);
    }
}
