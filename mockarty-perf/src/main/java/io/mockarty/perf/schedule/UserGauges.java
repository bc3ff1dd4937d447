package io.mockarty.perf.schedule;

import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Recorder.Series;
import io.mockarty.perf.metric.Tags;

/** How many users there are, as metrics. */
final class UserGauges {

    private final Series vus;
    private final Series vusMax;

    UserGauges(MetricRegistry registry, Recorder recorder, Tags tags) {
        vus = recorder.series(registry.register("vus", MetricType.GAUGE), tags);
        vusMax = recorder.series(registry.register("vus_max", MetricType.GAUGE), tags);
    }

    void add(int active, int ready) {
        vus.add(active);
        vusMax.add(ready);
    }
}
