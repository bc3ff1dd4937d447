package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.ConstantVus;
import io.mockarty.perf.plan.Executor.PerVuIterations;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Executor.SharedIterations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads scenarios. */
final class ScenarioReader {

    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z_-]+");
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration MAX_DURATION = Duration.ofMinutes(10);
    private static final String EXECUTORS = "constant-vus, ramping-vus, per-vu-iterations, shared-iterations,"
            + " constant-arrival-rate or ramping-arrival-rate";
    private static final Set<String> COMMON =
            Set.of("executor", "startTime", "gracefulStop", "exec", "env", "tags", "options");

    private final Problems problems;

    ScenarioReader(Problems problems) {
        this.problems = problems;
    }

    @SuppressWarnings("unchecked") // an object of JSON
    List<Scenario> read(Fields options) {
        List<Scenario> scenarios = new ArrayList<>();
        Map<String, Object> all = options.object("scenarios");
        if (all.isEmpty()) {
            problems.add("scenarios", options.value("scenarios"), "an object with one scenario or more");
        }
        all.forEach((name, json) -> {
            String path = "scenarios." + name;
            if (!NAME.matcher(name).matches()) {
                problems.add(path, name, "a name of letters, digits, underscores and hyphens");
            }
            if (json instanceof Map<?, ?> map) {
                scenarios.add(scenario(name, new Fields(path + ".", (Map<String, Object>) map, problems)));
            } else {
                problems.add(path, json, "an object with an executor");
            }
        });
        return scenarios;
    }

    private Scenario scenario(String name, Fields fields) {
        Object function = fields.value("exec");
        return new Scenario(
                name,
                executor(fields),
                function instanceof String text ? text : "default",
                fields.strings("env"),
                fields.strings("tags"),
                fields.duration("startTime", Duration.ZERO),
                fields.duration("gracefulStop", GRACE));
    }

    private Executor executor(Fields fields) {
        Object type = fields.value("executor");
        return switch (String.valueOf(type)) {
            case "constant-vus" -> {
                known(fields, "vus", "duration");
                yield new ConstantVus(vus(fields), positive(fields, "duration"));
            }
            case "ramping-vus" -> {
                known(fields, "startVUs", "stages", "gracefulRampDown");
                yield new RampingVus(
                        (int) fields.count("startVUs", 1, 0),
                        stages(fields),
                        fields.duration("gracefulRampDown", GRACE));
            }
            case "per-vu-iterations" -> {
                known(fields, "vus", "iterations", "maxDuration");
                yield new PerVuIterations(
                        vus(fields), fields.count("iterations", 1, 1), fields.duration("maxDuration", MAX_DURATION));
            }
            case "shared-iterations" -> {
                known(fields, "vus", "iterations", "maxDuration");
                int vus = vus(fields);
                long iterations = fields.count("iterations", 1, 1);
                if (iterations < vus) {
                    problems.add(fields.path("iterations"), iterations, "at least as many as vus, which are " + vus);
                }
                yield new SharedIterations(vus, iterations, fields.duration("maxDuration", MAX_DURATION));
            }
            case "constant-arrival-rate" -> constantRate(fields);
            case "ramping-arrival-rate" -> rampingRate(fields);
            default -> {
                problems.add(fields.path("executor"), type, EXECUTORS);
                yield new SharedIterations(1, 1, MAX_DURATION);
            }
        };
    }

    private Executor constantRate(Fields fields) {
        known(fields, "rate", "timeUnit", "duration", "preAllocatedVUs", "maxVUs");
        if (fields.value("rate") == null) {
            problems.add(fields.path("rate"), null, "how many iterations start per timeUnit");
        }
        int planned = planned(fields);
        return new ConstantArrivalRate(
                fields.count("rate", 1, 1),
                timeUnit(fields),
                positive(fields, "duration"),
                planned,
                maxUsers(fields, planned));
    }

    private Executor rampingRate(Fields fields) {
        known(fields, "startRate", "timeUnit", "stages", "preAllocatedVUs", "maxVUs");
        int planned = planned(fields);
        return new RampingArrivalRate(
                fields.count("startRate", 0, 0), timeUnit(fields), stages(fields), planned, maxUsers(fields, planned));
    }

    private static int vus(Fields fields) {
        return (int) fields.count("vus", 1, 1);
    }

    private int planned(Fields fields) {
        if (fields.value("preAllocatedVUs") == null) {
            problems.add(fields.path("preAllocatedVUs"), null, "how many users are made before the scenario begins");
        }
        return (int) fields.count("preAllocatedVUs", 1, 0);
    }

    private int maxUsers(Fields fields, int planned) {
        long max = fields.count("maxVUs", Math.max(1, planned), 1);
        if (max < planned) {
            problems.add(fields.path("maxVUs"), max, "at least as many as preAllocatedVUs, which are " + planned);
        }
        return (int) Math.max(max, planned);
    }

    private Duration timeUnit(Fields fields) {
        Duration unit = fields.duration("timeUnit", Duration.ofSeconds(1));
        if (unit.isZero()) {
            problems.add(fields.path("timeUnit"), fields.value("timeUnit"), "more than 0s");
            return Duration.ofSeconds(1);
        }
        return unit;
    }

    private Duration positive(Fields fields, String name) {
        Duration duration = fields.required(name);
        if (duration.isZero()) {
            problems.add(fields.path(name), fields.value(name), "more than 0s");
        }
        return duration;
    }

    private List<Stage> stages(Fields fields) {
        if (fields.list("stages").isEmpty()) {
            problems.add(fields.path("stages"), fields.value("stages"), "a list with one stage or more");
        }
        return StageReader.read(fields.path("stages"), fields.list("stages"), "target", problems);
    }

    private void known(Fields fields, String... names) {
        Set<String> own = Set.of(names);
        for (String name : fields.names()) {
            if (!COMMON.contains(name) && !own.contains(name)) {
                problems.add(
                        fields.path(name),
                        fields.value(name),
                        "one of " + String.join(", ", names) + " for the executor " + fields.value("executor"));
            }
        }
    }
}
