package io.mockarty.fake;

import java.util.random.RandomGenerator;

/**
 * SplitMix64, written out here because the algorithms behind the bounded draws of the JDK's generators are not
 * specified and have changed between releases; a seed must mean the same values in every JVM. One long of state, so a
 * generator per request costs nothing. Not thread-safe.
 */
final class SeededRandom implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    private long state;

    SeededRandom(long seed) {
        // Mixed first: seeds that differ by the gamma would otherwise give the same sequence one step apart.
        this.state = mix(seed);
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    @Override
    public int nextInt(int bound) {
        return (int) nextLong(bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        return (int) nextLong(origin, bound);
    }

    @Override
    public long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound: " + bound + " (expected: > 0)");
        }
        long bits = nextLong() >>> 1;
        long value = bits % bound;
        while (bits - value + (bound - 1) < 0) { // the last, incomplete run of values would be favoured: draw again
            bits = nextLong() >>> 1;
            value = bits % bound;
        }
        return value;
    }

    @Override
    public long nextLong(long origin, long bound) {
        if (origin >= bound) {
            throw new IllegalArgumentException("origin: " + origin + " (expected: < bound " + bound + ")");
        }
        return between(origin, bound - 1);
    }

    /** Draws from a range that includes both ends. */
    long between(long min, long max) {
        long size = max - min + 1;
        if (size > 0) {
            return min + nextLong(size);
        }
        long value = nextLong(); // more than 2^63 values: nearly every second draw is inside
        while (value < min || value > max) {
            value = nextLong();
        }
        return value;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
