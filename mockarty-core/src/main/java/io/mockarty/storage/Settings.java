package io.mockarty.storage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings by name and collects what is wrong with them; whatever is wrong reads as its default. An empty setting
 * is the same as none. Not thread-safe.
 */
final class Settings {

    private static final String AMOUNT = "(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)";
    private static final Pattern PART = Pattern.compile(AMOUNT);
    private static final Pattern DURATION = Pattern.compile("(?:" + AMOUNT + ")+");

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** One of some words, in lower case. */
    String word(String name, String normal, List<String> words) {
        Optional<String> word = text(name).map(text -> text.toLowerCase(Locale.ROOT));
        if (word.isPresent() && !words.contains(word.get())) {
            problem(name, text(name).orElseThrow(), String.join(" or ", words));
            return normal;
        }
        return word.orElse(normal);
    }

    boolean flag(String name, boolean normal) {
        Optional<String> text = text(name).map(value -> value.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return normal;
        }
        return switch (text.get()) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> {
                problem(name, text(name).orElseThrow(), "true or false");
                yield normal;
            }
        };
    }

    int number(String name, int normal, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return normal;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a number that is too small or too large is.
        }
        problem(name, text.get(), least + ".." + most);
        return normal;
    }

    /** A time such as {@code 30s}, {@code 500ms} or {@code 1h30m}, more than 0. */
    Duration duration(String name, Duration normal) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return normal;
        }
        if (DURATION.matcher(text.get()).matches()) {
            Duration duration = Duration.ZERO;
            Matcher part = PART.matcher(text.get());
            while (part.find()) {
                BigDecimal nanos = new BigDecimal(part.group(1)).multiply(nanosOf(part.group(2)));
                duration = duration.plusNanos(nanos.longValue());
            }
            if (!duration.isZero()) {
                return duration;
            }
        }
        problem(name, text.get(), "a time of more than 0 such as 30s, 500ms or 1h30m");
        return normal;
    }

    private static BigDecimal nanosOf(String unit) {
        return BigDecimal.valueOf(
                switch (unit) {
                    case "ms" -> 1_000_000L;
                    case "s" -> 1_000_000_000L;
                    case "m" -> 60_000_000_000L;
                    default -> 3_600_000_000_000L;
                });
    }

    /** Takes what is made of settings, or notes the message of the error. */
    <T> Optional<T> make(Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void problem(String name, String value, String expected) {
        problems.add(name + ": " + value + " (expected: " + expected + ")");
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }
}
