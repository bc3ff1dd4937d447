package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads stages. */
final class StageReader {

    private StageReader() {}

    @SuppressWarnings("unchecked") // an object of JSON
    static List<Stage> read(String path, List<Object> json, String target, Problems problems) {
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
            stages.add(new Stage(duration, stage.count(target, 0, 0)));
        }
        return stages;
    }
}
