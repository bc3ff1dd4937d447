package io.mockarty.journal;

import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Journals as tests need them. */
final class Journals {

    static final Instant NOON = Instant.parse("2026-03-22T12:00:00Z");

    private Journals() {}

    static Journal unbounded() {
        return new Journal(new JournalBudget(1L << 30, 1 << 20));
    }

    static void record(Journal journal, MockRequest... requests) {
        for (MockRequest request : requests) {
            byte[] body = "ok".getBytes(StandardCharsets.UTF_8);
            journal.record(request, new MockReply(200, Headers.empty(), body), "mock-1", timing());
        }
    }

    static Journal.Timing timing() {
        return new Journal.Timing(NOON, System.nanoTime(), 1_000_000);
    }

    static long sizeOf(MockRequest request) {
        JournalBudget budget = new JournalBudget(1L << 30, 1 << 20);
        record(new Journal(budget), request);
        return budget.usedBytes();
    }
}
