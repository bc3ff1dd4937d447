package io.mockarty.perf.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as options write them: {@code 30s}, {@code 1h30m}, {@code 500ms} (the format of Go), or milliseconds. */
public final class Durations {

    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h|d)");
    private static final double NANOS_PER_MILLI = 1e6;

    private Durations() {}

    /**
     * {@return the duration that a JSON value stands for, or null when it stands for none}
     *
     * @param value a string such as {@code 1m30s}, or a number of milliseconds
     */
    public static @Nullable Duration parse(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() < 0 ? null : Duration.ofNanos((long) (number.doubleValue() * NANOS_PER_MILLI));
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
        return end == 0 || end != rest.length() || nanos > Long.MAX_VALUE ? null : Duration.ofNanos(Math.round(nanos));
    }

    private static double nanosOf(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
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
        double seconds = duration.toSecondsPart() + duration.toNanosPart() / 1e9;
        if (text.isEmpty() && seconds < 1) {
            return trimmed(seconds * 1000) + "ms";
        }
        return text.append(trimmed(seconds)).append('s').toString();
    }

    private static String trimmed(double number) {
        String text = String.format(java.util.Locale.ROOT, "%.3f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
