package io.mockarty.fake;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls fake names in a row and writes down what they gave; also a program, so that other JVMs can be asked. */
final class FakeTranscript {

    static final Clock MORNING = Clock.fixed(Instant.parse("2026-03-22T10:30:00Z"), ZoneOffset.UTC);

    private static final Map<String, List<@Nullable Object>> NEEDED_ARGUMENTS = Map.of(
            "IntBetween", List.of(1L, 100L),
            "IntRange", List.of(-5L, 5L),
            "FloatRange", List.of(new BigDecimal("0.5"), new BigDecimal("2.5")));

    private FakeTranscript() {}

    /** Prints three rounds of the names given, of all when none is given. */
    public static void main(String[] names) {
        List<String> wanted = names.length == 0 ? FakeNames.all() : List.of(names);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        rounds(42, 3, wanted).forEach(line -> out.append(line).append('\n'));
        out.flush();
    }

    static List<String> rounds(long seed, int rounds, List<String> names) {
        FakeSource source = FakeSource.seeded(seed, MORNING);
        List<String> lines = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            names.forEach(name -> lines.add(name + " " + json(call(name, source))));
        }
        return lines;
    }

    static Object call(String name, FakeSource source) {
        return FakeNames.find(name).orElseThrow().generate(source, neededArguments(name));
    }

    static List<@Nullable Object> neededArguments(String name) {
        return NEEDED_ARGUMENTS.getOrDefault(name, List.of());
    }

    static String json(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
