package io.mockarty.journal;

import io.mockarty.match.Mismatch;
import io.mockarty.match.RequestPattern;
import java.time.Duration;
import java.util.List;

/** Verifies how often requests were received. Immutable and thread-safe. */
public final class Verification {

    private final Evidence evidence;
    private final RequestPattern pattern;

    Verification(Evidence evidence, RequestPattern pattern) {
        this.evidence = evidence;
        this.pattern = pattern;
    }

    /** {@return the requests that match, oldest first} */
    public List<JournalEntry> received() {
        return evidence.all().stream()
                .filter(entry -> pattern.matches(entry.request()))
                .toList();
    }

    /** {@return the requests that come nearest without matching, with what differs, for people to read} */
    public String nearest() {
        return VerificationReport.nearest(evidence, pattern);
    }

    /**
     * Demands a number of requests, now.
     *
     * @param times how many
     * @throws VerificationException when there are more or fewer, showing the nearest requests; or when the demand has
     *     an upper bound but entries were evicted, or bodies cut, so that nothing is proven
     */
    public void was(Times times) {
        List<JournalEntry> entries = evidence.all();
        long count = entries.stream()
                .filter(entry -> pattern.matches(entry.request()))
                .count();
        long unknown = entries.stream().filter(this::isUnknown).count();
        if (!times.allows(count)) {
            throw new VerificationException(VerificationReport.wrongCount(evidence, pattern, times, count)
                    + VerificationReport.cutNote(unknown));
        }
        refuseWithoutProof(times, unknown);
    }

    /**
     * Demands a number of requests, waiting for those that are still on their way. A demand that nothing at all would
     * meet, such as {@code never()}, is watched for the whole time; any other is met as soon as the number is reached.
     *
     * @param times how many
     * @param atMost how long to wait
     * @throws VerificationException when the number is not met in time, or exceeded
     */
    public void was(Times times, Duration atMost) {
        Arrivals arrivals = new Arrivals();
        boolean metByNothing = times.min() == 0 && times.isBounded();
        evidence.await(() -> metByNothing ? arrivals.count() > times.max() : times.allows(arrivals.count()), atMost);
        was(times);
    }

    /** Tells whether a request might match, had its body not been cut. */
    private boolean isUnknown(JournalEntry entry) {
        if (!entry.isTruncated()) {
            return false;
        }
        List<Mismatch> mismatches = pattern.mismatches(entry.request());
        return !mismatches.isEmpty() && mismatches.stream().allMatch(Mismatch::isInBody);
    }

    /** Counts matching requests as they come, each looked at once. */
    private final class Arrivals {

        private long lastSeen;
        private int matching;

        int count() {
            List<JournalEntry> newer = evidence.newerThan(lastSeen);
            if (!newer.isEmpty()) {
                lastSeen = newer.get(0).sequence();
            }
            for (JournalEntry entry : newer) {
                matching += pattern.matches(entry.request()) ? 1 : 0;
            }
            return matching;
        }
    }

    private void refuseWithoutProof(Times times, long unknown) {
        long evicted = evidence.evicted();
        if (times.isBounded() && (evicted > 0 || unknown > 0)) {
            throw new VerificationException(VerificationReport.noProof(pattern, times, evicted, unknown));
        }
    }
}
