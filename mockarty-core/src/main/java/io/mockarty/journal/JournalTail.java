package io.mockarty.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest entries of each mock in a journal. Immutable and thread-safe.
 *
 * @param last the sequence of the latest entry of all
 * @param arrivals the entries, oldest first
 * @param left how many more there were, by mock; under an empty id those that no mock answered
 * @param evicted how many more there were that the journal does not know any more
 */
public record JournalTail(long last, List<Arrival> arrivals, Map<String, Long> left, long evicted) {

    /**
     * An entry and when it came.
     *
     * @param entry the entry
     * @param nanos when it came, as {@link System#nanoTime} saw it
     */
    public record Arrival(JournalEntry entry, long nanos) {}

    /** Goes through a journal from the latest entry on; takes few steps for those that are not wanted. */
    static final class Collector {

        private final long last;
        private final int perMock;
        private final List<Slot> kept = new ArrayList<>();
        private final Map<String, Integer> keptOf = new HashMap<>();
        private final Map<String, Long> left = new HashMap<>();
        private long seen;

        Collector(long last, int perMock) {
            this.last = last;
            this.perMock = perMock;
        }

        void add(Slot slot) {
            seen++;
            String mock = orEmpty(slot.mockId());
            if (keptOf.getOrDefault(mock, 0) < perMock) {
                keptOf.merge(mock, 1, Integer::sum);
                kept.add(slot);
            } else {
                left.merge(mock, 1L, Long::sum);
            }
        }

        private static String orEmpty(@Nullable String mockId) {
            return mockId == null ? "" : mockId;
        }

        JournalTail since(long sequence) {
            Collections.reverse(kept);
            List<Arrival> arrivals = kept.stream()
                    .map(slot -> new Arrival(slot.entry(), slot.startedNanos()))
                    .toList();
            return new JournalTail(last, arrivals, Map.copyOf(left), last - sequence - seen);
        }
    }
}
