package io.mockarty.perf.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All measurements of one run. Samples are spread over shards, so that many users can record at once; a
 * {@link Snapshot} adds the shards up. Thread-safe.
 */
public final class Measurements {

    /** The part of {@code http_req_duration} that everybody wants to see. */
    private static final String SUCCESSFUL = "http_req_duration{expected_response:true}";

    private final MetricRegistry registry;
    private final double apdexThreshold;
    private final List<SampleListener> listeners;
    private final Set<Submetric> submetrics =
            new ConcurrentSkipListSet<>(java.util.Comparator.comparing(Submetric::toString));
    private final List<Shard> shards = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<SeriesPoint> series = new CopyOnWriteArrayList<>();
    private double lastTick;

    /**
     * Creates the measurements of a run.
     *
     * @param registry the metrics
     * @param shards how many shards, 1 or more; as many as there are processors is a good number
     * @param submetrics what else to sum up, beside the metrics themselves
     * @param apdexThreshold T of the APDEX, in milliseconds
     * @param listeners get each sample
     */
    public Measurements(
            MetricRegistry registry,
            int shards,
            Collection<Submetric> submetrics,
            double apdexThreshold,
            List<SampleListener> listeners) {
        this.registry = registry;
        this.apdexThreshold = apdexThreshold;
        this.listeners = List.copyOf(listeners);
        this.submetrics.addAll(submetrics);
        this.submetrics.add(Submetric.parse(SUCCESSFUL));
        for (int i = 0; i < Math.max(1, shards); i++) {
            this.shards.add(new Shard(this));
        }
    }

    /** {@return the metrics of the run} */
    public MetricRegistry registry() {
        return registry;
    }

    /** {@return where a user records its samples; many users may share one} */
    public Recorder recorder() {
        return shards.get(Math.floorMod(turn.getAndIncrement(), shards.size()));
    }

    double apdexThreshold() {
        return apdexThreshold;
    }

    List<SampleListener> listeners() {
        return listeners;
    }

    /** The submetrics of a metric that hold samples with some tags. */
    List<Submetric> submetricsOf(Metric metric, Tags tags) {
        return submetrics.stream()
                .filter(submetric -> submetric.metric().equals(metric.name())
                        && !submetric.tags().asMap().isEmpty()
                        && tags.contain(submetric.tags()))
                .toList();
    }

    /**
     * Ends an interval of the time series.
     *
     * @param seconds how long the run has lasted
     * @param users how many users are active
     */
    public synchronized void tick(double seconds, int users) {
        RouteSink interval = new RouteSink(apdexThreshold);
        shards.forEach(shard -> interval.addAll(shard.endInterval()));
        RouteSummary all = interval.summary("");
        double length = seconds - lastTick;
        lastTick = seconds;
        series.add(new SeriesPoint(
                seconds,
                all.durations().mean(),
                all.durations().percentile(95),
                length > 0 ? all.count() / length : 0,
                users,
                all.errorRate()));
    }

    /**
     * {@return everything that was measured so far}
     *
     * @param seconds how long the run has lasted
     */
    public Snapshot snapshot(double seconds) {
        Map<Submetric, Sink> sinks = new TreeMap<>(java.util.Comparator.comparing(Submetric::toString));
        for (Metric metric : registry.all()) {
            sinks.put(new Submetric(metric.name(), Tags.EMPTY), Sink.of(metric.type()));
        }
        for (Submetric submetric : submetrics) {
            Metric metric = registry.find(submetric.metric());
            if (metric != null) {
                sinks.put(submetric, Sink.of(metric.type()));
            }
        }
        Map<String, RouteSink> routes = new TreeMap<>();
        Map<Snapshot.Place, RateSink> checks = new TreeMap<>();
        Map<String, TrendSink> groups = new TreeMap<>();
        for (Shard shard : shards) {
            shard.addTo(sinks, routes, checks, groups);
        }
        return Snapshot.of(this, seconds, sinks, new Snapshot.Parts(routes, checks, groups), series);
    }
}
