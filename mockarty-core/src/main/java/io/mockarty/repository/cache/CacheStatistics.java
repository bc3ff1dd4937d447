package io.mockarty.repository.cache;

/**
 * How well the caches of one node serve, counted since they were made. As metrics, hits and misses are
 * {@code mockarty_cache_hits_total} and {@code mockarty_cache_misses_total} with a label for the cache. Immutable and
 * thread-safe.
 *
 * @param localHits values found in the memory of this node
 * @param localMisses values not found there
 * @param sharedHits values found in Redis
 * @param sharedMisses values not found there, also because Redis did not answer
 * @param sharedFailures calls of Redis that failed, and values that could not be read
 * @param entries how many values the memory of this node holds, about
 * @param bytes how much memory they take, about
 */
public record CacheStatistics(
        long localHits,
        long localMisses,
        long sharedHits,
        long sharedMisses,
        long sharedFailures,
        long entries,
        long bytes) {}
