package io.mockarty.journal;

import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request with its answer, as it is kept. Bodies longer than the journal's limit are cut; {@link #isTruncated}
 * tells.
 *
 * @param sequence the place in the journal, counted from 1 and without gaps
 * @param receivedAt when the request came, by the clock of the namespace
 * @param request the request
 * @param reply the answer
 * @param mockId the mock that answered, or null when none matched
 * @param outcome how long the answer took to make and whether a body was cut
 */
public record JournalEntry(
        long sequence,
        Instant receivedAt,
        MockRequest request,
        MockReply reply,
        @Nullable String mockId,
        Outcome outcome) {

    /**
     * How an exchange went.
     *
     * @param servedIn from the complete request to the finished answer, delays not counted
     * @param truncated whether a body was cut to the journal's limit
     */
    public record Outcome(Duration servedIn, boolean truncated) {}

    /** {@return true when a mock answered} */
    public boolean isMatched() {
        return mockId != null;
    }

    /** {@return true when the body of the request or of the reply was cut} */
    public boolean isTruncated() {
        return outcome.truncated;
    }
}
