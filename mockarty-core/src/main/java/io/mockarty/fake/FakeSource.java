package io.mockarty.fake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The randomness and the clock of one request. A source is cheap (make one per request) and not thread-safe; two
 * sources never influence each other.
 */
public final class FakeSource {

    private static final char[] HEX_DIGITS = "0123456789abcdef".toCharArray();

    private final SeededRandom random;
    private final Clock clock;

    private FakeSource(SeededRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes a source whose values depend on the seed, the clock and the sequence of calls, and on nothing else.
     *
     * @param seed any number
     * @param clock tells the current moment; its time zone is not looked at, times are rendered in UTC
     * @return a new source at the start of its sequence
     */
    public static FakeSource seeded(long seed, Clock clock) {
        return new FakeSource(new SeededRandom(seed), Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Returns the generator all values are drawn from. Drawing from it advances the source. {@code nextLong},
     * {@code nextInt}, {@code nextDouble()} and {@code nextBoolean}, bounded or not, give the same values in every Java
     * version.
     *
     * @return the generator of this source, not thread-safe
     */
    public RandomGenerator random() {
        return random;
    }

    /**
     * Returns the clock of the request.
     *
     * @return the clock given to {@link #seeded}
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Draws a random (version 4) UUID.
     *
     * @return a UUID with the version and variant bits of RFC 9562
     */
    public UUID uuid() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    Instant now() {
        return clock.instant();
    }

    /** Draws an integer from a range that includes both ends. */
    long between(long min, long max) {
        return random.between(min, max);
    }

    /** Draws a number from a range that includes both ends, with this many digits after the point or as they have. */
    BigDecimal between(BigDecimal min, BigDecimal max, int scale) {
        int digits = Math.max(scale, Math.max(min.scale(), max.scale()));
        BigInteger lowest = min.setScale(digits).unscaledValue();
        BigInteger steps = max.setScale(digits).unscaledValue().subtract(lowest);
        BigInteger step = steps.bitLength() < Long.SIZE
                ? BigInteger.valueOf(between(0, steps.longValue()))
                : largeBelow(steps.add(BigInteger.ONE));
        return new BigDecimal(lowest.add(step), digits);
    }

    /** Draws from a list, each element as likely as the others. */
    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    String digits(int length) {
        return characters("0123456789", length);
    }

    String characters(String alphabet, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return new String(text);
    }

    /** Draws lower-case hexadecimal digits, sixteen from each step of the generator. */
    String hex(int length) {
        char[] text = new char[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            if (i % 16 == 0) {
                bits = random.nextLong();
            }
            text[i] = HEX_DIGITS[(int) (bits & 15)];
            bits >>>= 4;
        }
        return new String(text);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextLong();
        }
        return bytes;
    }

    private BigInteger largeBelow(BigInteger bound) {
        // 64 bits more than needed make the remainder even to one part in 2^64.
        BigInteger bits = new BigInteger(1, bytes(bound.bitLength() / 8 + 9));
        return bits.mod(bound);
    }
}
