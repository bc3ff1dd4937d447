package io.mockarty.journal;

import io.mockarty.match.RequestPattern;
import java.time.Duration;
import java.util.List;

/** Verifies how often requests were received. Immutable and thread-safe. */
public final class Verification {

    private final Journal journal;
    private final RequestPattern pattern;

    Verification(Journal journal, RequestPattern pattern) {
        this.journal = journal;
        this.pattern = pattern;
    }

    /** {@return the requests that match, oldest first} */
    public List<JournalEntry> received() {
        return journal.all().stream()
                .filter(entry -> pattern.matches(entry.request()))
                .toList();
    }

    /**
     * Demands a number of requests, now.
     *
     * @param times how many
     * @throws VerificationException when there are more or fewer, showing the nearest requests; or when fewer than
     *     allowed are known but entries were evicted, so that nothing is proven
     */
    public void was(Times times) {
        int count = received().size();
        if (!times.allows(count)) {
            throw new VerificationException(VerificationReport.wrongCount(journal, pattern, times, count));
        }
        refuseWithoutProof(times);
    }

    /**
     * Demands a number of requests, waiting for those that are still on their way.
     *
     * @param times how many
     * @param atMost how long to wait; a demand with an upper bound holds as soon as it is met
     * @throws VerificationException when the number is not met in time
     */
    public void was(Times times, Duration atMost) {
        Arrivals arrivals = new Arrivals();
        journal.await(() -> times.allows(arrivals.count()), atMost);
        was(times);
    }

    /** Counts matching requests as they come, each looked at once. */
    private final class Arrivals {

        private long lastSeen;
        private int matching;

        int count() {
            List<JournalEntry> newer = journal.newerThan(lastSeen);
            if (!newer.isEmpty()) {
                lastSeen = newer.get(0).sequence();
            }
            for (JournalEntry entry : newer) {
                matching += pattern.matches(entry.request()) ? 1 : 0;
            }
            return matching;
        }
    }

    private void refuseWithoutProof(Times times) {
        long evicted = journal.evicted();
        if (times.isBounded() && evicted > 0) {
            throw new VerificationException(VerificationReport.noProof(pattern, times, evicted));
        }
    }
}
