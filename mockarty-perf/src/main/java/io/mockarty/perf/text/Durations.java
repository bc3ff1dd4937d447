package io.mockarty.perf.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as options and scripts write them: {@code 30s}, {@code 1h30m}, {@code 500ms} (the format of Go), or
 * milliseconds.
 */
public final class Durations {

    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h|d)");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration LONGEST = Duration.ofDays(366);

    private Durations() {}

    /**
     * {@return the duration that a JSON value stands for, or null when it stands for none}
     *
     * @param value a string such as {@code 1m30s}, or a number of milliseconds; a year at most
     */
    public static @Nullable Duration parse(@Nullable Object value) {
        if (value instanceof Number number) {
            return ofNanos(number.doubleValue() * NANOS_PER_MILLI);
        }
        if (!(value instanceof String text)) {
            return null;
        }
        String rest = text.strip();
        if (rest.equals("0")) {
            return Duration.ZERO;
        }
        Matcher part = PART.matcher(rest);
        double nanos = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            nanos += Double.parseDouble(part.group(1)) * nanosOf(part.group(2));
            end = part.end();
        }
        return end == 0 || end != rest.length() ? null : ofNanos(nanos);
    }

    private static @Nullable Duration ofNanos(double nanos) {
        return nanos >= 0 && nanos <= LONGEST.toNanos() ? Duration.ofNanos(Math.round(nanos)) : null;
    }

    private static double nanosOf(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            case "h" -> 3600e9;
            default -> 24 * 3600e9;
        };
    }

    /**
     * {@return a duration as options write it, such as {@code 1m30s}}
     *
     * @param duration not negative
     */
    public static String text(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        long hours = duration.toHours();
        if (hours > 0) {
            text.append(hours).append('h');
        }
        if (duration.toMinutesPart() > 0 || hours > 0) {
            text.append(duration.toMinutesPart()).append('m');
        }
        BigDecimal seconds = BigDecimal.valueOf(duration.toSecondsPart())
                .add(BigDecimal.valueOf(duration.toNanosPart()).movePointLeft(9));
        if (text.isEmpty() && duration.toSecondsPart() == 0) {
            return plain(seconds.movePointRight(3)) + "ms";
        }
        return text.append(plain(seconds)).append('s').toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
