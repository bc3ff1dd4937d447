package io.mockarty.resolver.http;

import java.time.Duration;

/**
 * What the HTTP door puts up with.
 *
 * @param maxBodyBytes the largest request body, after content codings are removed; larger ones get 413
 * @param maxHeaderBytes the largest head of a request
 * @param maxHeaders the most header fields of a request
 * @param requestTimeout how long a client may take to send one request
 * @param idleTimeout how long a connection may stay open without a request
 */
public record HttpLimits(
        long maxBodyBytes, int maxHeaderBytes, int maxHeaders, Duration requestTimeout, Duration idleTimeout) {

    /** A body is one array, which grows by doubling. */
    private static final long MAX_BODY_BYTES = 1L << 29;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException when one is not positive, or the body limit is more than 512 MB
     */
    public HttpLimits {
        positive("maxBodyBytes", maxBodyBytes);
        if (maxBodyBytes > MAX_BODY_BYTES) {
            throw new IllegalArgumentException(
                    "maxBodyBytes: " + maxBodyBytes + " (expected: at most " + MAX_BODY_BYTES + ")");
        }
        positive("maxHeaderBytes", maxHeaderBytes);
        positive("maxHeaders", maxHeaders);
        positive("requestTimeout in ms", requestTimeout.toMillis());
        positive("idleTimeout in ms", idleTimeout.toMillis());
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than 0)");
        }
    }

    /** {@return 5 MB of body, 64 KB of headers in at most 200 fields, 30 s for a request, 60 s between requests} */
    public static HttpLimits defaults() {
        return new HttpLimits(5L << 20, 64 << 10, 200, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    /**
     * Changes the body limit.
     *
     * @param bytes the largest request body
     * @return changed limits
     */
    public HttpLimits withMaxBodyBytes(long bytes) {
        return new HttpLimits(bytes, maxHeaderBytes, maxHeaders, requestTimeout, idleTimeout);
    }

    /**
     * Changes the request timeout.
     *
     * @param timeout how long a client may take to send one request
     * @return changed limits
     */
    public HttpLimits withRequestTimeout(Duration timeout) {
        return new HttpLimits(maxBodyBytes, maxHeaderBytes, maxHeaders, timeout, idleTimeout);
    }

    /**
     * Changes the idle timeout.
     *
     * @param timeout how long a connection may stay open without a request
     * @return changed limits
     */
    public HttpLimits withIdleTimeout(Duration timeout) {
        return new HttpLimits(maxBodyBytes, maxHeaderBytes, maxHeaders, requestTimeout, timeout);
    }
}
