package io.mockarty.perf.module.core;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder.Series;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code metrics.mjs} needs of Java. Public only so that scripts can call it. */
public final class CustomMetrics {

    private final ModuleContext user;

    CustomMetrics(ModuleContext user) {
        this.user = user;
    }

    /**
     * {@return a metric of the script, registered when it is new}
     *
     * @param type {@code counter}, {@code gauge}, {@code rate} or {@code trend}
     * @param name its name
     * @param time whether its values are milliseconds
     */
    @Export
    public CustomMetric create(String type, String name, boolean time) {
        if (!user.initializing()) {
            throw new ScriptException(
                    "metric: \"" + name
                            + "\" (expected: created while the script is loaded, outside of the functions that iterations run)");
        }
        try {
            Metric metric = user.metrics()
                    .register(
                            name,
                            MetricType.valueOf(type.toUpperCase(Locale.ROOT)),
                            time ? ValueKind.TIME : ValueKind.DEFAULT);
            return new CustomMetric(user, metric);
        } catch (IllegalArgumentException e) {
            throw new ScriptException(String.valueOf(e.getMessage()), e);
        }
    }

    /** One metric of a script. Public only so that scripts can call it. */
    public static final class CustomMetric {

        private final ModuleContext user;
        private final Metric metric;
        private Tags tags = Tags.EMPTY;
        private @org.jspecify.annotations.Nullable Series series;

        CustomMetric(ModuleContext user, Metric metric) {
            this.user = user;
            this.metric = metric;
        }

        /**
         * Adds a sample.
         *
         * @param value the value; not a number is refused
         */
        @Export
        public void add(double value) {
            requireNumber(value);
            Tags current = user.tags();
            if (series == null || !current.equals(tags)) {
                tags = current;
                series = user.recorder().series(metric, current);
            }
            series.add(value);
        }

        /**
         * Adds a sample with tags of its own.
         *
         * @param value the value; not a number is refused
         * @param more an object
         */
        @Export
        public void addTagged(double value, Value more) {
            requireNumber(value);
            user.recorder().add(metric, value, ScriptTags.add(user, user.tags(), more));
        }

        private void requireNumber(double value) {
            if (user.initializing()) {
                throw new ScriptException(metric.name() + ".add (expected: in an iteration, setup or teardown)");
            }
            if (!Double.isFinite(value) || metric.type() == MetricType.COUNTER && value < 0) {
                throw new ScriptException(metric.name() + ".add: " + value + " (expected: a number"
                        + (metric.type() == MetricType.COUNTER ? ", not negative)" : ")"));
            }
        }
    }
}
