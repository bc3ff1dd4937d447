package io.mockarty.journal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The memory that all journals of one server share. When it is used up, the oldest entry of the server goes, whosever
 * it is. Thread-safe.
 */
public final class JournalBudget {

    /** 32 MB, the budget of a server unless it says otherwise. */
    public static final long DEFAULT_BYTES = 32L << 20;

    /** 64 KB, how much of a body is kept unless the server says otherwise. */
    public static final int DEFAULT_BODY_BYTES = 64 << 10;

    private final long maxBytes;
    private final int maxBodyBytes;

    /** One mark per entry, oldest first: whose turn it is to lose its oldest entry. */
    private final Deque<Journal> order = new ArrayDeque<>();

    private long usedBytes;

    /**
     * Creates a budget.
     *
     * @param maxBytes how many bytes all entries together may take, at least 0
     * @param maxBodyBytes how many bytes of a body are kept, at least 0
     * @throws IllegalArgumentException when a limit is negative
     */
    public JournalBudget(long maxBytes, int maxBodyBytes) {
        if (maxBytes < 0 || maxBodyBytes < 0) {
            throw new IllegalArgumentException(
                    "journal limits: " + maxBytes + " and " + maxBodyBytes + " bytes (expected: 0 or more)");
        }
        this.maxBytes = maxBytes;
        this.maxBodyBytes = maxBodyBytes;
    }

    int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** {@return about how many bytes all entries take now} */
    public synchronized long usedBytes() {
        return usedBytes;
    }

    synchronized void add(Journal journal, JournalEntry entry) {
        journal.entries().addLast(entry);
        order.addLast(journal);
        usedBytes += entry.approximateSize();
        while (usedBytes > maxBytes && !order.isEmpty()) {
            usedBytes -= order.removeFirst().evictOldest();
        }
    }

    synchronized void release(Journal journal) {
        for (JournalEntry entry : journal.entries()) {
            usedBytes -= entry.approximateSize();
        }
        journal.entries().clear();
        order.removeIf(owner -> owner == journal);
    }
}
