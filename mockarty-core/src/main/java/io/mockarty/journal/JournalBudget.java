package io.mockarty.journal;

import org.jspecify.annotations.Nullable;

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

    private @Nullable Slot oldest;
    private @Nullable Slot newest;
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

    synchronized void add(Slot slot) {
        slot.owner().slots().addLast(slot);
        slot.older = newest;
        if (newest == null) {
            oldest = slot;
        } else {
            newest.newer = slot;
        }
        newest = slot;
        usedBytes += slot.size();
        Slot first = oldest;
        while (usedBytes > maxBytes && first != null) {
            unlink(first);
            first.owner().evictOldest();
            first = oldest;
        }
    }

    synchronized void release(Journal journal) {
        journal.slots().forEach(this::unlink);
        journal.slots().clear();
    }

    private void unlink(Slot slot) {
        if (slot.older == null) {
            oldest = slot.newer;
        } else {
            slot.older.newer = slot.newer;
        }
        if (slot.newer == null) {
            newest = slot.older;
        } else {
            slot.newer.older = slot.older;
        }
        usedBytes -= slot.size();
    }
}
