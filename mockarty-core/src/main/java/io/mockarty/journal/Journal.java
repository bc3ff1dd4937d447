package io.mockarty.journal;

import io.mockarty.match.RequestPattern;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one namespace with their answers, oldest first. Entries share a memory budget with the other journals
 * of the server, so old ones may be gone; {@link #evicted} tells how many. Thread-safe.
 */
public final class Journal {

    private final JournalBudget budget;

    /** Guarded by the budget. */
    private final Deque<JournalEntry> entries = new ArrayDeque<>();

    /** Guarded by the budget. */
    private long evicted;

    /** Guarded by the budget. */
    private long recorded;

    /** Guarded by the budget. */
    private boolean closed;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Creates an empty journal.
     *
     * @param budget the memory it shares
     */
    public Journal(JournalBudget budget) {
        this.budget = budget;
    }

    /**
     * Adds an entry.
     *
     * @param request the request
     * @param reply the answer
     * @param mockId the mock that answered, or null when none matched
     * @param receivedAt when the request came
     * @param servedIn how long the answer took to make
     */
    public void record(
            MockRequest request, MockReply reply, @Nullable String mockId, Instant receivedAt, Duration servedIn) {
        int limit = budget.maxBodyBytes();
        boolean truncated = request.body().bytes().length > limit || reply.body().length > limit;
        MockRequest kept = request.forRecord(limit);
        MockReply sent = reply.body().length <= limit ? reply : truncated(reply, limit);
        JournalEntry.Outcome outcome = new JournalEntry.Outcome(servedIn, truncated);
        synchronized (budget) {
            if (!closed) {
                recorded++;
                budget.add(this, new JournalEntry(recorded, receivedAt, kept, sent, mockId, outcome));
            }
        }
        if (waiting.get() > 0) {
            signal();
        }
    }

    private static MockReply truncated(MockReply reply, int limit) {
        Headers headers = reply.headers();
        return new MockReply(reply.status(), headers, Arrays.copyOf(reply.body(), limit), reply.delay());
    }

    private void signal() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@return a copy of the entries that are still there, oldest first} */
    public List<JournalEntry> all() {
        synchronized (budget) {
            return List.copyOf(entries);
        }
    }

    /** {@return how many entries had to go because the budget was used up} */
    public long evicted() {
        synchronized (budget) {
            return evicted;
        }
    }

    /**
     * Starts the verification of what was received.
     *
     * @param pattern which requests are meant
     * @return the verification
     */
    public Verification verify(RequestPattern pattern) {
        return new Verification(this, pattern);
    }

    /**
     * Verifies that requests came in an order, with any others in between.
     *
     * @param patterns the requests, first to last
     * @throws VerificationException when they did not, naming the first that is missing
     */
    public void verifyInOrder(List<RequestPattern> patterns) {
        OrderedVerification.verify(this, patterns);
    }

    /** Removes all entries. What was removed counts as evicted only when it was evicted. */
    public void clear() {
        budget.release(this);
    }

    /** Removes all entries and takes no more. */
    public void close() {
        synchronized (budget) {
            closed = true;
            budget.release(this);
        }
    }

    /** Waits until a condition holds that depends on the entries; false when time ran out first. */
    boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            waiting.incrementAndGet();
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || grown.awaitNanos(left) <= 0 && !condition.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.getAsBoolean();
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    Deque<JournalEntry> entries() {
        return entries;
    }

    long evictOldest() {
        JournalEntry oldest = entries.pollFirst();
        if (oldest == null) {
            return 0;
        }
        evicted++;
        return oldest.approximateSize();
    }
}
