package io.mockarty.repository.jdbc;

import io.mockarty.repository.RequestLogRepository;
import java.time.Clock;
import java.time.Duration;

/**
 * How a {@link JdbcRepository} behaves. Immutable and thread-safe.
 *
 * @param clock tells when something was written; with PostgreSQL {@link RequestLogRepository#clock} is this one,
 *     corrected to the server's
 * @param logLimit how many requests are kept for each mock, at least 0
 * @param node the name of this node, for the names of its threads
 * @param pollInterval how often SQLite and H2 are asked what others wrote, more than 0; own writes are told at once
 * @param syncInterval how often PostgreSQL is asked in case that a notification was lost, more than 0
 */
public record JdbcOptions(Clock clock, int logLimit, String node, Duration pollInterval, Duration syncInterval) {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(150);
    private static final Duration SYNC_INTERVAL = Duration.ofSeconds(30);

    /** Checks the numbers. */
    public JdbcOptions {
        if (logLimit < 0) {
            throw new IllegalArgumentException("logLimit: " + logLimit + " (expected: at least 0)");
        }
        requirePositive("pollInterval", pollInterval);
        requirePositive("syncInterval", syncInterval);
    }

    private static void requirePositive(String name, Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException(name + ": " + interval + " (expected: more than 0)");
        }
    }

    /** {@return the system's clock, 3 requests for each mock, every 150 ms, every 30 s} */
    public static JdbcOptions defaults() {
        return new JdbcOptions(
                Clock.systemUTC(), RequestLogRepository.DEFAULT_LIMIT, "node", POLL_INTERVAL, SYNC_INTERVAL);
    }

    /**
     * Changes the clock.
     *
     * @param other the clock
     * @return options with it
     */
    public JdbcOptions withClock(Clock other) {
        return new JdbcOptions(other, logLimit, node, pollInterval, syncInterval);
    }

    /**
     * Changes how many requests are kept for each mock.
     *
     * @param limit the number, at least 0
     * @return options with it
     */
    public JdbcOptions withLogLimit(int limit) {
        return new JdbcOptions(clock, limit, node, pollInterval, syncInterval);
    }

    /**
     * Changes the name of this node.
     *
     * @param name the name
     * @return options with it
     */
    public JdbcOptions withNode(String name) {
        return new JdbcOptions(clock, logLimit, name, pollInterval, syncInterval);
    }

    /**
     * Changes how often SQLite and H2 are asked.
     *
     * @param interval the time between two questions, more than 0
     * @return options with it
     */
    public JdbcOptions withPollInterval(Duration interval) {
        return new JdbcOptions(clock, logLimit, node, interval, syncInterval);
    }

    /**
     * Changes how often PostgreSQL is asked.
     *
     * @param interval the time between two questions, more than 0
     * @return options with it
     */
    public JdbcOptions withSyncInterval(Duration interval) {
        return new JdbcOptions(clock, logLimit, node, pollInterval, interval);
    }
}
