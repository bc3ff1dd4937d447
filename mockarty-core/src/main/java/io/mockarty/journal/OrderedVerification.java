package io.mockarty.journal;

import io.mockarty.match.RequestPattern;
import java.util.List;

/** Looks for requests in a given order, with any others in between. */
final class OrderedVerification {

    private OrderedVerification() {}

    static void verify(Journal journal, List<RequestPattern> patterns) {
        int next = 0;
        for (JournalEntry entry : journal.all()) {
            if (next < patterns.size() && patterns.get(next).matches(entry.request())) {
                next++;
            }
        }
        if (next < patterns.size()) {
            throw new VerificationException(VerificationReport.brokenOrder(journal, patterns, next));
        }
    }
}
