package io.mockarty.repository.kit;

import io.mockarty.repository.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that begin the same work at the same moment, so many on each node. */
final class Crowd {

    private static final int PATIENCE_SECONDS = 120;

    /** What each thread does. */
    interface Work {
        void on(Repository node, int thread) throws Exception;
    }

    private Crowd() {}

    /** Lets threads work on each node, and returns when all are done; throws what the first of them threw. */
    static void work(List<Repository> nodes, int threadsPerNode, Work work) {
        int all = nodes.size() * threadsPerNode;
        CyclicBarrier start = new CyclicBarrier(all);
        ExecutorService threads = Executors.newFixedThreadPool(all);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < all; i++) {
                int thread = i;
                Repository node = nodes.get(i % nodes.size());
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    work.on(node, thread);
                    return null;
                }));
            }
            running.forEach(Crowd::join);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void join(Future<?> running) {
        try {
            running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a thread is not done after " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while threads work", e);
        }
    }
}
