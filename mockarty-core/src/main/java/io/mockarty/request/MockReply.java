package io.mockarty.request;

import java.time.Duration;

/**
 * An answer, ready to be turned into bytes by a door. Do not change the body array. Immutable otherwise and
 * thread-safe.
 *
 * @param status the status code
 * @param headers the headers, content type included
 * @param body the body
 * @param delay how long the door waits before it sends the answer
 */
public record MockReply(int status, Headers headers, byte[] body, Duration delay) {

    /**
     * Creates an answer that is sent at once.
     *
     * @param status the status code
     * @param headers the headers, content type included
     * @param body the body; not copied
     */
    public MockReply(int status, Headers headers, byte[] body) {
        this(status, headers, body, Duration.ZERO);
    }

    /** {@return about how many bytes of heap this answer takes} */
    public long approximateSize() {
        return 64L + body.length + headers.approximateSize();
    }
}
