package io.mockarty.repository.cache;

import org.jspecify.annotations.Nullable;

/**
 * How much is cached, and where. Immutable and thread-safe.
 *
 * @param maxMegabytes how much memory of this node the cache takes, in units of 1,048,576 bytes, at least 1
 * @param redis the Redis that nodes share, or null for none
 */
public record CacheOptions(int maxMegabytes, @Nullable RedisOptions redis) {

    /** How much memory of a node the cache takes, unless somebody says otherwise. */
    public static final int DEFAULT_MEGABYTES = 200;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException when it is less than 1
     */
    public CacheOptions {
        if (maxMegabytes < 1) {
            throw new IllegalArgumentException("maxMegabytes: " + maxMegabytes + " (expected: at least 1)");
        }
    }

    /** {@return {@value #DEFAULT_MEGABYTES} MB, and no Redis} */
    public static CacheOptions defaults() {
        return new CacheOptions(DEFAULT_MEGABYTES, null);
    }

    /**
     * Sets the memory of this node.
     *
     * @param megabytes how much the cache takes, at least 1
     * @return the changed options
     */
    public CacheOptions withMaxMegabytes(int megabytes) {
        return new CacheOptions(megabytes, redis);
    }

    /**
     * Adds a Redis.
     *
     * @param shared the Redis that nodes share
     * @return the changed options
     */
    public CacheOptions withRedis(RedisOptions shared) {
        return new CacheOptions(maxMegabytes, shared);
    }
}
