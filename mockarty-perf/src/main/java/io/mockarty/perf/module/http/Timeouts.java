package io.mockarty.perf.module.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations such as {@code 1m30s}. */
final class Timeouts {

    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h)");

    private Timeouts() {}

    static @Nullable Duration parse(String text) {
        Matcher part = PART.matcher(text);
        double millis = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            double unit = switch (part.group(2)) {
                case "ms" -> 1;
                case "s" -> 1e3;
                case "m" -> 60e3;
                default -> 3600e3;
            };
            millis += Double.parseDouble(part.group(1)) * unit;
            end = part.end();
        }
        return end == 0 || end != text.length() ? null : Duration.ofNanos((long) (millis * 1e6));
    }
}
