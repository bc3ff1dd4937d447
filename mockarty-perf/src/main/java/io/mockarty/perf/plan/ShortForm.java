package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.ConstantVus;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Executor.SharedIterations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the options that stand for a single scenario: vus, duration, iterations, rps, maxVUs and stages. */
final class ShortForm {

    static final Duration MAX_DURATION = Duration.ofMinutes(10);
    static final Duration GRACE = Duration.ofSeconds(30);

    /** How many iterations per second are too many to be meant. */
    static final double MAX_RATE = 1e6;

    /** Rates may have three decimals, so they are counted per 1000 s. */
    private static final Duration RATE_UNIT = Duration.ofSeconds(1000);

    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(30);
    private static final int DEFAULT_MAX_USERS = 200;

    /** When nobody says how many users there are at first, they suffice for iterations of a fifth of a second. */
    private static final double GUESSED_ITERATION_SECONDS = 0.2;

    private final Fields fields;
    private final Problems problems;
    private final List<String> warnings;
    private final int vus;
    private boolean functional;

    ShortForm(Fields fields, Problems problems, List<String> warnings) {
        this.fields = fields;
        this.problems = problems;
        this.warnings = warnings;
        vus = fields.users("vus", 1, 1);
    }

    Scenario read() {
        return new Scenario(
                Scenario.DEFAULT,
                executor(),
                "default",
                Map.of(),
                Map.of(),
                Duration.ZERO,
                fields.duration("gracefulStop", GRACE));
    }

    /** Whether nothing was said about load, so that one user does one iteration. Known after {@link #read}. */
    boolean functional() {
        return functional;
    }

    private Executor executor() {
        long iterations = fields.count("iterations", 0, 0);
        Duration duration = fields.duration("duration", null);
        double rps = rate("rps");
        List<Object> stages = fields.list("stages");
        int max = Math.max(fields.users("maxVUs", Math.max(DEFAULT_MAX_USERS, vus), 1), 1);
        if (duration != null && duration.isZero()) {
            problems.add("duration", fields.value("duration"), "more than 0s");
        }
        if (!stages.isEmpty()) {
            return staged(stages, max);
        }
        if (rps > 0) {
            unused("iterations", "rps, which starts iterations until duration is over");
            int planned = planned(rps, max);
            return new ConstantArrivalRate(
                    perUnit(rps), RATE_UNIT, orDefault(duration, DEFAULT_DURATION), planned, max);
        }
        if (iterations > 0) {
            return new SharedIterations((int) Math.min(vus, iterations), iterations, orDefault(duration, MAX_DURATION));
        }
        if (vus <= 1 && duration == null) {
            functional = true;
            return new SharedIterations(1, 1, MAX_DURATION);
        }
        return new ConstantVus(vus, orDefault(duration, DEFAULT_DURATION));
    }

    private Executor staged(List<Object> stages, int max) {
        unused("rps", "stages");
        unused("iterations", "stages");
        unused("duration", "stages, which have their own");
        boolean rates =
                stages.stream().anyMatch(stage -> stage instanceof Map<?, ?> map && map.containsKey("targetRPS"));
        StageReader reader = new StageReader("stages", problems);
        if (!rates) {
            return new RampingVus(vus, reader.users(stages), GRACE);
        }
        List<Stage> read = reader.rates(stages);
        double peak = read.stream().mapToLong(Stage::target).max().orElse(0) / (double) RATE_UNIT.toSeconds();
        return new RampingArrivalRate(0, RATE_UNIT, read, planned(peak, max), max);
    }

    private int planned(double rate, int max) {
        double wanted = fields.value("vus") == null ? Math.max(1, Math.ceil(rate * GUESSED_ITERATION_SECONDS)) : vus;
        return (int) Math.min(max, wanted);
    }

    private double rate(String name) {
        double rate = fields.number(name, 0);
        if (rate < 0 || rate > MAX_RATE || rate > 0 && perUnit(rate) == 0) {
            problems.add(name, fields.value(name), "iterations per second: 0, or from 0.001 to 1000000");
            return 0;
        }
        return rate;
    }

    static long perUnit(double rate) {
        return Math.round(rate * RATE_UNIT.toSeconds());
    }

    private void unused(String name, String beside) {
        if (fields.value(name) != null) {
            warnings.add(name + ": " + fields.value(name) + " is not used beside " + beside);
        }
    }

    private static Duration orDefault(@Nullable Duration duration, Duration byDefault) {
        return duration == null ? byDefault : duration;
    }
}
