package io.mockarty.repository.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis is and how it is used as a cache. Nodes share what they cache when they share Redis, database and
 * prefix, and the names of their truths are the same; see {@link io.mockarty.repository.Repository#name}. Databases
 * that are not the same but have the same name, such as files on two machines, need different prefixes. Immutable and
 * thread-safe.
 *
 * @param host its name or address
 * @param port its port, 1 to 65,535
 * @param user the user to log in, or null for the one that Redis takes by default
 * @param password the password, or null to log in without
 * @param database the number of the database, at least 0
 * @param keyPrefix what all keys begin with
 * @param timeToLive how long a value is kept after it was read from the truth; also how long an old one could live when
 *     Redis itself forgets what it was told, because its memory was full or it lost its last seconds in a crash
 * @param timeout how long one step may take, connecting or answering; after that it is a miss
 */
public record RedisOptions(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        int database,
        String keyPrefix,
        Duration timeToLive,
        Duration timeout) {

    /** The port of Redis, unless somebody says otherwise. */
    public static final int DEFAULT_PORT = 6379;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the first that is wrong
     */
    public RedisOptions {
        check("host", host, !host.isBlank(), "a name or an address");
        check("port", port, port >= 1 && port <= 65_535, "1..65535");
        check("database", database, database >= 0, "at least 0");
        check("timeToLive", timeToLive, isBetween(timeToLive), "1 ms to 1 day");
        check("timeout", timeout, isBetween(timeout), "1 ms to 1 day");
    }

    private static boolean isBetween(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }

    private static void check(String field, Object value, boolean good, String expected) {
        if (!good) {
            throw new IllegalArgumentException(field + ": " + value + " (expected: " + expected + ")");
        }
    }

    /**
     * Names a Redis without password, to be used with database 0, the prefix {@code mockarty:}, five minutes to live
     * and 50 ms timeout.
     *
     * @param host its name or address
     * @param port its port
     * @return the options
     */
    public static RedisOptions at(String host, int port) {
        Duration timeToLive = Duration.ofMinutes(5);
        return new RedisOptions(host, port, null, null, 0, "mockarty:", timeToLive, Duration.ofMillis(50));
    }

    /**
     * Sets the password.
     *
     * @param secret the password
     * @return the changed options
     */
    public RedisOptions withPassword(String secret) {
        return withLogin(user, secret);
    }

    /**
     * Sets who logs in.
     *
     * @param name the user, or null for the one that Redis takes by default
     * @param secret the password
     * @return the changed options
     */
    public RedisOptions withLogin(@Nullable String name, String secret) {
        return new RedisOptions(host, port, name, secret, database, keyPrefix, timeToLive, timeout);
    }

    /**
     * Sets the database.
     *
     * @param number its number, at least 0
     * @return the changed options
     */
    public RedisOptions withDatabase(int number) {
        return new RedisOptions(host, port, user, password, number, keyPrefix, timeToLive, timeout);
    }

    /**
     * Sets the prefix of keys.
     *
     * @param prefix what all keys begin with
     * @return the changed options
     */
    public RedisOptions withKeyPrefix(String prefix) {
        return new RedisOptions(host, port, user, password, database, prefix, timeToLive, timeout);
    }

    /**
     * Sets how long values are kept.
     *
     * @param duration how long, 1 ms to 1 day
     * @return the changed options
     */
    public RedisOptions withTimeToLive(Duration duration) {
        return new RedisOptions(host, port, user, password, database, keyPrefix, duration, timeout);
    }

    /**
     * Sets how long one step may take.
     *
     * @param duration how long, 1 ms to 1 day
     * @return the changed options
     */
    public RedisOptions withTimeout(Duration duration) {
        return new RedisOptions(host, port, user, password, database, keyPrefix, timeToLive, duration);
    }

    /** {@return the options with the password masked} */
    @Override
    public String toString() {
        return "RedisOptions[host=" + host + ", port=" + port + ", user=" + user + ", password="
                + (password == null ? "none" : "***") + ", database=" + database + ", keyPrefix=" + keyPrefix
                + ", timeToLive=" + timeToLive + ", timeout=" + timeout + ']';
    }
}
