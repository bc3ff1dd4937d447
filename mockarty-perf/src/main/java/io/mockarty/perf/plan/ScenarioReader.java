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
        String function = fields.string("exec", null);
        if (function != null && function.isBlank()) {
            problems.add(fields.path("exec"), function, "the name of an exported function");
        }
        return new Scenario(
                name,
                executor(fields),
                function == null ? "default" : function,
                fields.strings("env"),
                fields.strings("tags"),
                fields.duration("startTime", Duration.ZERO),
                fields.duration("gracefulStop", ShortForm.GRACE));
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
                yield rampingUsers(fields);
            }
            case "per-vu-iterations" -> {
                known(fields, "vus", "iterations", "maxDuration");
                yield new PerVuIterations(vus(fields), fields.count("iterations", 1, 1), maxDuration(fields));
            }
            case "shared-iterations" -> {
                known(fields, "vus", "iterations", "maxDuration");
                int vus = vus(fields);
                long iterations = fields.count("iterations", 1, 1);
                if (iterations < vus) {
                    problems.add(fields.path("iterations"), iterations, "at least as many as vus, which are " + vus);
                }
                yield new SharedIterations(vus, iterations, maxDuration(fields));
            }
            case "constant-arrival-rate" -> constantRate(fields);
            case "ramping-arrival-rate" -> rampingRate(fields);
            default -> {
                problems.add(fields.path("executor"), type, EXECUTORS);
                yield new SharedIterations(1, 1, ShortForm.MAX_DURATION);
            }
        };
    }

    private Executor rampingUsers(Fields fields) {
        int start = fields.users("startVUs", 1, 0);
        List<Stage> stages = new StageReader(fields.path("stages"), problems).users(stages(fields));
        if (start == 0 && !stages.isEmpty() && stages.stream().allMatch(stage -> stage.target() == 0)) {
            problems.add(fields.path("stages"), fields.value("stages"), "a target above 0, as startVUs is 0");
        }
        return new RampingVus(start, stages, fields.duration("gracefulRampDown", ShortForm.GRACE));
    }

    private Executor constantRate(Fields fields) {
        known(fields, "rate", "timeUnit", "duration", "preAllocatedVUs", "maxVUs");
        if (fields.value("rate") == null) {
            problems.add(fields.path("rate"), null, "how many iterations start per timeUnit");
        }
        long rate = fields.count("rate", 1, 1);
        Duration unit = timeUnit(fields);
        notTooOften(fields, "rate", rate, unit);
        int planned = planned(fields);
        return new ConstantArrivalRate(rate, unit, positive(fields, "duration"), planned, maxUsers(fields, planned));
    }

    private Executor rampingRate(Fields fields) {
        known(fields, "startRate", "timeUnit", "stages", "preAllocatedVUs", "maxVUs");
        long startRate = fields.count("startRate", 0, 0);
        Duration unit = timeUnit(fields);
        notTooOften(fields, "startRate", startRate, unit);
        List<Stage> stages = new StageReader(fields.path("stages"), problems).counts(stages(fields));
        for (int i = 0; i < stages.size(); i++) {
            notTooOften(fields, "stages[" + i + "].target", stages.get(i).target(), unit);
        }
        int planned = planned(fields);
        return new RampingArrivalRate(startRate, unit, stages, planned, maxUsers(fields, planned));
    }

    private void notTooOften(Fields fields, String name, long rate, Duration unit) {
        if (rate / (unit.toNanos() / 1e9) > ShortForm.MAX_RATE) {
            problems.add(fields.path(name), rate, "at most 1000000 iterations per second");
        }
    }

    private static int vus(Fields fields) {
        return fields.users("vus", 1, 1);
    }

    private int planned(Fields fields) {
        if (fields.value("preAllocatedVUs") == null) {
            problems.add(fields.path("preAllocatedVUs"), null, "how many users are made before the scenario begins");
        }
        return fields.users("preAllocatedVUs", 1, 0);
    }

    private int maxUsers(Fields fields, int planned) {
        int max = fields.users("maxVUs", Math.max(1, planned), 1);
        if (max < planned) {
            problems.add(fields.path("maxVUs"), max, "at least as many as preAllocatedVUs, which are " + planned);
        }
        return Math.max(max, planned);
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

    private Duration maxDuration(Fields fields) {
        return fields.value("maxDuration") == null ? ShortForm.MAX_DURATION : positive(fields, "maxDuration");
    }

    private List<Object> stages(Fields fields) {
        List<Object> stages = fields.list("stages");
        if (stages.isEmpty() && (fields.value("stages") == null || fields.value("stages") instanceof List<?>)) {
            problems.add(fields.path("stages"), fields.value("stages"), "a list with one stage or more");
        }
        return stages;
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
