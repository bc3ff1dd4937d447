package io.mockarty.perf.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One of the places where samples are summed up. Thread-safe; users of different shards do not wait for each other. */
final class Shard implements Recorder {

    private static final int MAX_SERIES = 20_000;
    private static final int MAX_ROUTES = 1_000;
    private static final int MAX_CHECKS = 5_000;
    private static final String OTHER_ROUTES = "(other routes)";
    private static final String OTHERS = "(others)";

    private final Measurements run;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Submetric, Sink> sinks = new HashMap<>();
    private final Map<String, RouteSink> routes = new HashMap<>();
    private final Map<Snapshot.Place, RateSink> checks = new HashMap<>();
    private final Map<String, TrendSink> groups = new HashMap<>();
    private final Map<SeriesKey, Series> series = new ConcurrentHashMap<>();
    private final Map<String, Route> routeHandles = new ConcurrentHashMap<>();
    private RouteSink interval;

    Shard(Measurements run) {
        this.run = run;
        interval = new RouteSink(run.apdexThreshold());
    }

    private record SeriesKey(Metric metric, Tags tags) {}

    @Override
    public void add(Metric metric, double value, Tags tags) {
        series(metric, tags).add(value);
    }

    @Override
    public Series series(Metric metric, Tags tags) {
        SeriesKey key = new SeriesKey(metric, tags);
        Series known = series.get(key);
        if (known != null) {
            return known;
        }
        Series created = newSeries(metric, tags);
        if (series.size() < MAX_SERIES) {
            series.put(key, created);
        }
        return created;
    }

    private Series newSeries(Metric metric, Tags tags) {
        List<Sink> targets = new ArrayList<>();
        lock.lock();
        try {
            targets.add(sink(new Submetric(metric.name(), Tags.EMPTY), metric));
            run.submetricsOf(metric, tags).forEach(submetric -> targets.add(sink(submetric, metric)));
            Sink detail = detail(metric, tags);
            if (detail != null) {
                targets.add(detail);
            }
        } finally {
            lock.unlock();
        }
        return new Handle(metric, tags, targets.toArray(Sink[]::new));
    }

    private Sink sink(Submetric name, Metric metric) {
        return sinks.computeIfAbsent(name, missing -> Sink.of(metric.type()));
    }

    /** Checks are counted one by one, and durations of groups apart. */
    private @Nullable Sink detail(Metric metric, Tags tags) {
        String group = tags.get("group");
        String path = group == null ? "" : group;
        if (metric.name().equals("checks")) {
            String check = tags.get("check");
            Snapshot.Place place = new Snapshot.Place(path, check == null ? "" : check);
            boolean fits = checks.containsKey(place) || checks.size() < MAX_CHECKS;
            return checks.computeIfAbsent(fits ? place : new Snapshot.Place("", OTHERS), missing -> new RateSink());
        }
        if (metric.name().equals("group_duration")) {
            boolean fits = groups.containsKey(path) || groups.size() < MAX_CHECKS;
            return groups.computeIfAbsent(fits ? path : OTHERS, missing -> new TrendSink());
        }
        return null;
    }

    @Override
    public Route route(String name) {
        Route known = routeHandles.get(name);
        if (known != null) {
            return known;
        }
        RouteSink sink;
        lock.lock();
        try {
            boolean fits = routes.containsKey(name) || routes.size() < MAX_ROUTES;
            sink = routes.computeIfAbsent(fits ? name : OTHER_ROUTES, missing -> new RouteSink(run.apdexThreshold()));
        } finally {
            lock.unlock();
        }
        Route created = (milliseconds, failed) -> addRequest(sink, milliseconds, failed);
        if (routeHandles.size() < MAX_ROUTES) {
            routeHandles.put(name, created);
        }
        return created;
    }

    private void addRequest(RouteSink sink, double milliseconds, boolean failed) {
        lock.lock();
        try {
            sink.add(milliseconds, failed);
            interval.add(milliseconds, failed);
        } finally {
            lock.unlock();
        }
    }

    /** What was requested since the last call. */
    RouteSink endInterval() {
        lock.lock();
        try {
            RouteSink ended = interval;
            interval = new RouteSink(run.apdexThreshold());
            return ended;
        } finally {
            lock.unlock();
        }
    }

    void addTo(
            Map<Submetric, Sink> allSinks,
            Map<String, RouteSink> allRoutes,
            Map<Snapshot.Place, RateSink> allChecks,
            Map<String, TrendSink> allGroups) {
        lock.lock();
        try {
            sinks.forEach((name, sink) -> {
                Sink all = allSinks.get(name);
                if (all != null) {
                    all.addAll(sink);
                }
            });
            routes.forEach((name, sink) -> allRoutes
                    .computeIfAbsent(name, missing -> new RouteSink(run.apdexThreshold()))
                    .addAll(sink));
            checks.forEach((place, sink) ->
                    allChecks.computeIfAbsent(place, missing -> new RateSink()).addAll(sink));
            groups.forEach((path, sink) ->
                    allGroups.computeIfAbsent(path, missing -> new TrendSink()).addAll(sink));
        } finally {
            lock.unlock();
        }
    }

    private final class Handle implements Series {

        private final Metric metric;
        private final Tags tags;
        private final Sink[] targets;

        Handle(Metric metric, Tags tags, Sink[] targets) {
            this.metric = metric;
            this.tags = tags;
            this.targets = targets;
        }

        @Override
        public void add(double value) {
            lock.lock();
            try {
                for (Sink target : targets) {
                    target.add(value);
                }
            } finally {
                lock.unlock();
            }
            if (!run.listeners().isEmpty()) {
                tell(value);
            }
        }

        private void tell(double value) {
            long now = System.currentTimeMillis();
            for (SampleListener listener : run.listeners()) {
                listener.sample(metric, value, tags, now);
            }
        }
    }
}
