package io.mockarty.perf.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The users of a run that are free. Thread-safe. */
final class UserPool implements AutoCloseable {

    private final UserFactory factory;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger present = new AtomicInteger();
    private final Deque<PooledUser> free = new ArrayDeque<>();

    UserPool(UserFactory factory) {
        this.factory = factory;
    }

    /** Makes users, as many at once as there are processors. */
    void prepare(int count) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService makers = Executors.newFixedThreadPool(Math.max(1, Math.min(count, processors)), task -> {
            Thread thread = new Thread(task, "vu-init");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<PooledUser>> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                tasks.add(this::make);
            }
            for (Future<PooledUser> user : makers.invokeAll(tasks)) {
                giveBack(user.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("a user could not be made", e.getCause());
        } finally {
            makers.shutdownNow();
        }
    }

    private PooledUser make() {
        int number = made.incrementAndGet();
        PooledUser user = new PooledUser(number, factory.create(number));
        present.incrementAndGet();
        return user;
    }

    /** A free user, or a new one. */
    PooledUser take() {
        synchronized (free) {
            PooledUser user = free.poll();
            if (user != null) {
                return user;
            }
        }
        return make();
    }

    void giveBack(PooledUser user) {
        synchronized (free) {
            free.add(user);
        }
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
            all = List.copyOf(free);
            free.clear();
        }
        all.forEach(this::discard);
    }

    /** A user, and how many iterations it has done. */
    static final class PooledUser {

        private final int number;
        private final VirtualUser user;
        private long iterations;

        PooledUser(int number, VirtualUser user) {
            this.number = number;
            this.user = user;
        }

        int number() {
            return number;
        }

        VirtualUser user() {
            return user;
        }

        long nextIteration() {
            return iterations++;
        }
    }
}
