package io.mockarty.journal;

/**
 * How often something must have happened.
 *
 * @param min the fewest
 * @param max the most; {@link Integer#MAX_VALUE} for no bound
 */
public record Times(int min, int max) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when they are negative or the wrong way round
     */
    public Times {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("times: " + min + ".." + max + " (expected: 0 <= min <= max)");
        }
    }

    /** {@return exactly once} */
    public static Times once() {
        return exactly(1);
    }

    /** {@return not at all} */
    public static Times never() {
        return exactly(0);
    }

    /**
     * Demands a number.
     *
     * @param count the number, 0 or more
     * @return exactly so many times
     */
    public static Times exactly(int count) {
        return new Times(count, count);
    }

    /**
     * Demands a least number.
     *
     * @param count the number, 0 or more
     * @return so many times or more
     */
    public static Times atLeast(int count) {
        return new Times(count, Integer.MAX_VALUE);
    }

    /**
     * Demands a greatest number.
     *
     * @param count the number, 0 or more
     * @return so many times or fewer
     */
    public static Times atMost(int count) {
        return new Times(0, count);
    }

    /**
     * Demands a range.
     *
     * @param min the fewest, 0 or more
     * @param max the most, at least min
     * @return from min to max times
     */
    public static Times between(int min, int max) {
        return new Times(min, max);
    }

    boolean allows(long count) {
        return count >= min && count <= max;
    }

    boolean isBounded() {
        return max != Integer.MAX_VALUE;
    }

    /** {@return the demand in words, such as {@code exactly once}} */
    @Override
    public String toString() {
        if (min == max) {
            return min == 0 ? "never" : "exactly " + words(min);
        } else if (!isBounded()) {
            return "at least " + words(min);
        }
        return min == 0 ? "at most " + words(max) : min + " to " + max + " times";
    }

    private static String words(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
