package io.mockarty.journal;

import io.mockarty.request.MockRequest;
import java.time.Instant;

/**
 * Requests with one method and path that no mock matched.
 *
 * @param id the id, unique in the namespace
 * @param sample the latest of them
 * @param isTruncated whether its body was cut
 * @param count how many there were
 * @param firstSeen when the first came
 * @param lastSeen when the latest came
 */
public record UndefinedRequest(
        String id, MockRequest sample, boolean isTruncated, long count, Instant firstSeen, Instant lastSeen) {

    UndefinedRequest again(MockRequest request, boolean cut, Instant now) {
        return new UndefinedRequest(id, request, cut, count + 1, firstSeen, now);
    }
}
