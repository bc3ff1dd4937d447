package io.mockarty.journal;

import io.mockarty.match.RequestPattern;
import java.time.Duration;
import java.util.List;

/** Looks for requests in a given order, with any others in between. */
final class OrderedVerification {

    private OrderedVerification() {}

    static void verify(Evidence evidence, List<RequestPattern> patterns, Duration atMost) {
        if (!evidence.await(() -> found(evidence, patterns) == patterns.size(), atMost)) {
            throw new VerificationException(
                    VerificationReport.brokenOrder(evidence, patterns, found(evidence, patterns)));
        }
    }

    /** How many of the patterns were found, one after the other. */
    private static int found(Evidence evidence, List<RequestPattern> patterns) {
        int next = 0;
        for (JournalEntry entry : evidence.all()) {
            if (next < patterns.size() && patterns.get(next).matches(entry.request())) {
                next++;
            }
        }
        return next;
    }
}
