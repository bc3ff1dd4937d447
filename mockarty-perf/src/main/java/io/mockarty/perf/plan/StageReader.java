package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads stages. */
final class StageReader {

    private final String path;
    private final Problems problems;

    StageReader(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    /** Stages that go to numbers of users. */
    List<Stage> users(List<Object> json) {
        return read(json, "target", stage -> (long) stage.users("target", 0, 0));
    }

    /** Stages that go to numbers of iterations per time unit. */
    List<Stage> counts(List<Object> json) {
        return read(json, "target", stage -> stage.count("target", 0, 0));
    }

    /** Stages that go to rates per second, as stages per 1000 s. */
    List<Stage> rates(List<Object> json) {
        return read(json, "targetRPS", stage -> {
            double rate = stage.number("targetRPS", 0);
            if (rate < 0 || rate > ShortForm.MAX_RATE) {
                problems.add(stage.path("targetRPS"), stage.value("targetRPS"), "a number from 0 to 1000000");
                return 0L;
            }
            return ShortForm.perUnit(rate);
        });
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private List<Stage> read(List<Object> json, String target, Function<Fields, Long> targets) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            String at = path + "[" + i + "]";
            if (!(json.get(i) instanceof Map<?, ?> map)) {
                problems.add(at, json.get(i), "an object such as {duration: \"30s\", " + target + ": 10}");
                continue;
            }
            Fields stage = new Fields(at + ".", (Map<String, Object>) map, problems);
            Duration duration = stage.required("duration");
            if (stage.value(target) == null) {
                problems.add(at + "." + target, null, "a number, 0 or more");
            }
            String other = target.equals("target") ? "targetRPS" : "target";
            if (stage.value(other) != null) {
                problems.add(at + "." + other, stage.value(other), target + ", as in the other stages");
            }
            stages.add(new Stage(duration, targets.apply(stage)));
        }
        return List.copyOf(stages);
    }
}
