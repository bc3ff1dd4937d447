package io.mockarty.perf.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The users of a run that are free; those with small numbers are taken first. Thread-safe. */
final class UserPool implements AutoCloseable {

    private final UserFactory factory;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger present = new AtomicInteger();
    private final Queue<PooledUser> free = new PriorityQueue<>(Comparator.comparingInt(PooledUser::number));
    private boolean closed;

    UserPool(UserFactory factory) {
        this.factory = factory;
    }

    /**
     * Makes users, as many at once as there are processors. When one cannot be made, the others are closed.
     *
     * @throws RuntimeException what the factory threw first
     */
    void prepare(int count) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        AtomicReference<@Nullable Throwable> problem = new AtomicReference<>();
        List<Thread> makers = new ArrayList<>();
        int together = Math.min(count, Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < together; i++) {
            makers.add(RunThreads.startPlatform("vu-init", () -> makeAll(left, problem)));
        }
        try {
            for (Thread maker : makers) {
                maker.join();
            }
        } catch (InterruptedException e) {
            left.set(0);
            makers.forEach(Thread::interrupt);
            close();
            throw e;
        }
        Throwable first = problem.get();
        if (first != null) {
            close();
            throw unchecked(first);
        }
    }

    private void makeAll(AtomicInteger left, AtomicReference<@Nullable Throwable> problem) {
        try {
            while (left.getAndDecrement() > 0) {
                giveBack(make());
            }
        } catch (Exception | Error e) {
            problem.compareAndSet(null, e);
            left.set(0);
        }
    }

    static RuntimeException unchecked(Throwable problem) {
        if (problem instanceof Error error) {
            throw error;
        }
        return problem instanceof RuntimeException known
                ? known
                : new IllegalStateException("a user could not be made", problem);
    }

    private PooledUser make() {
        int number = made.incrementAndGet();
        PooledUser user = new PooledUser(number, factory.create(number));
        present.incrementAndGet();
        return user;
    }

    /** A free user, or a new one, which may take a while. */
    PooledUser take() {
        PooledUser user = poll();
        return user == null ? make() : user;
    }

    /** A free user, or null when there is none. */
    @Nullable
    PooledUser poll() {
        synchronized (free) {
            return free.poll();
        }
    }

    void giveBack(PooledUser user) {
        synchronized (free) {
            if (!closed) {
                free.add(user);
                return;
            }
        }
        discard(user);
    }

    /** Closes a user that is of no use any more. */
    void discard(PooledUser user) {
        present.decrementAndGet();
        user.user().close();
    }

    /** How many users there are, free or not. */
    int size() {
        return present.get();
    }

    @Override
    public void close() {
        List<PooledUser> all;
        synchronized (free) {
            closed = true;
            all = List.copyOf(free);
            free.clear();
        }
        all.forEach(this::discard);
    }
}
