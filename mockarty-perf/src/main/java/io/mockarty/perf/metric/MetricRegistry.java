package io.mockarty.perf.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The metrics of one run, by name. Thread-safe. */
public final class MetricRegistry {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private final Map<String, Metric> metrics = new ConcurrentHashMap<>();

    /** Creates an empty registry. */
    public MetricRegistry() {}

    /**
     * Registers a metric of plain numbers, or finds it when it is there already.
     *
     * @param name the name
     * @param type how samples are summed up
     * @return the metric
     * @throws IllegalArgumentException when the name is malformed, or taken by a metric of another type
     */
    public Metric register(String name, MetricType type) {
        return register(name, type, ValueKind.DEFAULT);
    }

    /**
     * Registers a metric, or finds it when it is there already.
     *
     * @param name the name
     * @param type how samples are summed up
     * @param kind what the numbers stand for
     * @return the metric
     * @throws IllegalArgumentException when the name is malformed, or taken by a metric of another type or kind
     */
    public Metric register(String name, MetricType type, ValueKind kind) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric: \"" + name
                    + "\" (expected: letters, digits and underscores, at most 128, not starting with a digit)");
        }
        Metric wanted = new Metric(name, type, kind);
        Metric known = metrics.putIfAbsent(name, wanted);
        if (known != null && !known.equals(wanted)) {
            throw new IllegalArgumentException("metric: \"" + name + "\" as " + type.label() + " of " + kind.label()
                    + " (expected: " + known.type().label() + " of "
                    + known.kind().label() + ", as registered before)");
        }
        return known == null ? wanted : known;
    }

    /**
     * {@return the metric of a name, or null}
     *
     * @param name the name
     */
    public @Nullable Metric find(String name) {
        return metrics.get(name);
    }

    /** {@return all metrics, sorted by name} */
    public List<Metric> all() {
        return metrics.values().stream()
                .sorted(Comparator.comparing(Metric::name))
                .toList();
    }
}
