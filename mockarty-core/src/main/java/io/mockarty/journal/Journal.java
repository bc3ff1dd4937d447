package io.mockarty.journal;

import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
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
public final class Journal implements Evidence {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final JournalBudget budget;

    /** Guarded by the budget. */
    private final Deque<Slot> slots = new ArrayDeque<>();

    /** Guarded by the budget. */
    private long evicted;

    /** Guarded by the budget. */
    private long recorded;

    /** Up to where entries were removed on purpose. Guarded by the budget. */
    private long cleared;

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
     * When a request came, and how long its answer took to make.
     *
     * @param receivedAt when it came, by the clock of the namespace
     * @param startedNanos when it came, as {@link System#nanoTime} saw it
     * @param servedInNanos from then to the finished answer, delays not counted, in nanoseconds
     */
    public record Timing(Instant receivedAt, long startedNanos, long servedInNanos) {}

    /**
     * Adds an entry.
     *
     * @param request the request
     * @param reply the answer
     * @param mockId the mock that answered, or null when none matched
     * @param timing when the request came, and how long the answer took
     */
    public void record(MockRequest request, MockReply reply, @Nullable String mockId, Timing timing) {
        int limit = budget.maxBodyBytes();
        boolean truncated = request.body().bytes().length > limit || reply.body().length > limit;
        MockReply sent = reply.body().length <= limit ? reply : truncated(reply, limit);
        Slot.Answer answer = new Slot.Answer(sent, mockId, timing.startedNanos, timing.servedInNanos, truncated);
        byte[] packed = PackedRequest.pack(request, limit);
        synchronized (budget) {
            if (!closed) {
                recorded++;
                budget.add(new Slot(this, recorded, timing.receivedAt, packed, answer));
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

    @Override
    public List<JournalEntry> all() {
        synchronized (budget) {
            return slots.stream().map(Slot::entry).toList();
        }
    }

    @Override
    public List<JournalEntry> newerThan(long sequence) {
        List<JournalEntry> newer = new ArrayList<>();
        synchronized (budget) {
            Iterator<Slot> latestFirst = slots.descendingIterator();
            while (latestFirst.hasNext()) {
                Slot slot = latestFirst.next();
                if (slot.sequence() <= sequence) {
                    break;
                }
                newer.add(slot.entry());
            }
        }
        return newer;
    }

    /**
     * Returns the latest entries of each mock, of those that were added after another. Of very many, only the latest
     * thousands are looked at.
     *
     * @param sequence the sequence of the other entry, or 0 for all
     * @param perMock how many for each mock, and for the requests that none answered
     * @return the entries, and how many more there were; those that {@link #clear} removed do not count
     */
    public JournalTail tail(long sequence, int perMock) {
        JournalTail.Collector tail = new JournalTail.Collector(perMock);
        long last;
        long known;
        long since;
        synchronized (budget) {
            last = recorded;
            since = Math.max(sequence, cleared);
            known = slots.isEmpty() ? last : slots.getFirst().sequence() - 1;
            Iterator<Slot> latestFirst = slots.descendingIterator();
            while (latestFirst.hasNext()) {
                Slot slot = latestFirst.next();
                if (slot.sequence() <= since || !tail.add(slot)) {
                    break;
                }
            }
        }
        return tail.tail(since, last, Math.max(0, known - since));
    }

    /** {@return how many entries had to go because the budget was used up} */
    @Override
    public long evicted() {
        synchronized (budget) {
            return evicted;
        }
    }

    /** Removes all entries and forgets that others were evicted: what is verified from now on came after this. */
    public void clear() {
        synchronized (budget) {
            evicted = 0;
            cleared = recorded;
            budget.release(this);
        }
    }

    /** Removes all entries and takes no more. */
    public void close() {
        synchronized (budget) {
            closed = true;
            cleared = recorded;
            budget.release(this);
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + nanos(atMost);
        waiting.incrementAndGet();
        try {
            long seen = recorded();
            while (!condition.getAsBoolean()) {
                if (!awaitMoreThan(seen, deadline)) {
                    return condition.getAsBoolean();
                }
                seen = recorded();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.getAsBoolean();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(FOR_EVER) > 0 ? FOR_EVER.toNanos() : duration.toNanos();
    }

    private boolean awaitMoreThan(long seen, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (recorded() == seen) {
                if (grown.awaitNanos(deadline - System.nanoTime()) <= 0) {
                    return recorded() != seen;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** {@return how many requests were recorded since the journal was made, kept or not} */
    public long recorded() {
        synchronized (budget) {
            return recorded;
        }
    }

    Deque<Slot> slots() {
        return slots;
    }

    void evictOldest() {
        slots.removeFirst();
        evicted++;
    }
}
