package io.mockarty.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The latest entries of each mock in a journal. Immutable and thread-safe.
 *
 * @param last the sequence of the latest entry of all
 * @param arrivals the entries, oldest first
 * @param left how many more there were
 * @param evicted how many of those the journal did not know any more
 */
public record JournalTail(long last, List<Arrival> arrivals, long left, long evicted) {

    /**
     * An entry and when it came.
     *
     * @param entry the entry
     * @param nanos when it came, as {@link System#nanoTime} saw it
     */
    public record Arrival(JournalEntry entry, long nanos) {}

    /** Goes through a journal from the latest entry on; takes few steps for those that are not wanted. */
    static final class Collector {

        /**
         * Under a flood of requests those before are left out, so that looking at them does not slow down the flood.
         */
        private static final int MAX_SEEN = 2_000;

        private final int perMock;
        private final List<Slot> kept = new ArrayList<>();
        private final Map<String, int[]> keptOf = new HashMap<>();
        private int seen;

        Collector(int perMock) {
            this.perMock = perMock;
        }

        /** Looks at an entry; false when it is enough. */
        boolean add(Slot slot) {
            String mock = Objects.requireNonNullElse(slot.mockId(), "");
            int[] count = keptOf.computeIfAbsent(mock, id -> new int[1]);
            if (count[0] < perMock) {
                count[0]++;
                kept.add(slot);
            }
            return ++seen < MAX_SEEN;
        }

        JournalTail tail(long sequence, long last, long evicted) {
            Collections.reverse(kept);
            List<Arrival> arrivals = kept.stream()
                    .map(slot -> new Arrival(slot.entry(), slot.startedNanos()))
                    .toList();
            return new JournalTail(last, arrivals, last - sequence - arrivals.size(), evicted);
        }
    }
}
