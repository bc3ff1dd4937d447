package io.mockarty.perf.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything a run has measured up to a moment. Immutable. */
public final class Snapshot {

    private final double seconds;
    private final List<Entry> metrics;
    private final List<RouteSummary> routes;
    private final RouteSummary all;
    private final List<CheckSummary> checks;
    private final List<GroupSummary> groups;
    private final List<SeriesPoint> series;

    private Snapshot(double seconds, List<Entry> metrics, RouteSummary all, Details details) {
        this.seconds = seconds;
        this.metrics = List.copyOf(metrics);
        this.all = all;
        this.routes = details.routes();
        this.checks = details.checks();
        this.groups = details.groups();
        this.series = details.series();
    }

    private record Details(
            List<RouteSummary> routes,
            List<CheckSummary> checks,
            List<GroupSummary> groups,
            List<SeriesPoint> series) {}

    static Snapshot of(
            Measurements run, double seconds, Map<Submetric, Sink> sinks, Parts parts, Collection<SeriesPoint> series) {
        List<Entry> metrics = new ArrayList<>();
        sinks.forEach((name, sink) -> {
            Metric metric = run.registry().find(name.metric());
            if (metric != null) {
                metrics.add(new Entry(metric, name, sink.count(), sink.summary(), seconds));
            }
        });
        RouteSink all = new RouteSink(run.apdexThreshold());
        parts.routes().values().forEach(all::addAll);
        Details details = new Details(
                parts.routes().entrySet().stream()
                        .map(route -> route.getValue().summary(route.getKey()))
                        .sorted(Comparator.comparing(RouteSummary::count).reversed())
                        .toList(),
                parts.checks().entrySet().stream()
                        .map(check -> CheckSummary.of(check.getKey(), check.getValue()))
                        .toList(),
                parts.groups().entrySet().stream()
                        .map(group -> new GroupSummary(group.getKey(), (MetricSummary.Distribution)
                                group.getValue().summary()))
                        .toList(),
                List.copyOf(series));
        return new Snapshot(seconds, metrics, all.summary("all"), details);
    }

    /** {@return how long the run had lasted} */
    public double seconds() {
        return seconds;
    }

    /** {@return metrics and submetrics, sorted by name; those without samples too} */
    public List<Entry> metrics() {
        return metrics;
    }

    /**
     * {@return a metric or submetric}
     *
     * @param name such as {@code http_req_duration{name:login}}
     */
    public Optional<Entry> find(String name) {
        Submetric wanted = Submetric.parse(name);
        return metrics.stream().filter(entry -> entry.name().equals(wanted)).findFirst();
    }

    /** {@return the routes, those with most requests first} */
    public List<RouteSummary> routes() {
        return routes;
    }

    /** {@return the requests of all routes together} */
    public RouteSummary allRoutes() {
        return all;
    }

    /** {@return the checks, sorted by group and name} */
    public List<CheckSummary> checks() {
        return checks;
    }

    /** {@return the groups, sorted by path} */
    public List<GroupSummary> groups() {
        return groups;
    }

    /** {@return the time series} */
    public List<SeriesPoint> series() {
        return series;
    }

    /**
     * What a metric or submetric comes to.
     *
     * @param metric the metric
     * @param name its name, with tags for a submetric
     * @param samples how many samples it has
     * @param summary what they come to
     * @param seconds how long the run had lasted
     */
    public record Entry(Metric metric, Submetric name, long samples, MetricSummary summary, double seconds) {

        /**
         * {@return one figure}; 0 for those that need samples when there are none.
         *
         * @param stat {@code count}, {@code rate}, {@code passes}, {@code fails}, {@code value}, {@code min},
         *     {@code max}, {@code avg}, {@code med}, {@code p(N)} or {@code pN}
         * @throws IllegalArgumentException when metrics of this type have no such figure
         */
        public double value(String stat) {
            return Stats.of(this, stat);
        }
    }

    /**
     * A check within a group.
     *
     * @param group the path of the group, such as {@code ::login}; empty outside of groups
     * @param name the name of the check
     */
    record Place(String group, String name) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byGroup = group.compareTo(other.group);
            return byGroup == 0 ? name.compareTo(other.name) : byGroup;
        }
    }

    /**
     * How often a check passed.
     *
     * @param group the path of the group, such as {@code ::login}; empty outside of groups
     * @param name its name
     * @param passes how often it passed
     * @param fails how often it failed
     */
    public record CheckSummary(String group, String name, long passes, long fails) {

        static CheckSummary of(Place place, RateSink sink) {
            MetricSummary.Share share = (MetricSummary.Share) sink.summary();
            return new CheckSummary(place.group(), place.name(), share.passes(), share.fails());
        }
    }

    /**
     * How long a group took.
     *
     * @param path its path, such as {@code ::login::form}
     * @param durations how long, in milliseconds
     */
    public record GroupSummary(String path, MetricSummary.Distribution durations) {}

    /** The sinks that are not of a metric. */
    record Parts(Map<String, RouteSink> routes, Map<Place, RateSink> checks, Map<String, TrendSink> groups) {}

    /** {@return the metrics and submetrics with their names, for who looks at a snapshot in a debugger} */
    @Override
    public String toString() {
        return metrics.stream().map(entry -> entry.name().toString()).collect(Collectors.joining(", "));
    }
}
