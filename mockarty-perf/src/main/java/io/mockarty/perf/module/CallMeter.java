package io.mockarty.perf.module;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures one kind of call, such as the publishing of messages: a counter, a trend of durations, a rate of failures,
 * and the statistics of the route. Samples have the route as tag {@code name}. Used by the thread of the user only.
 */
public final class CallMeter {

    /** So many routes are remembered; a script with more of them has names that never repeat. */
    private static final int REMEMBERED = 1_000;

    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final ModuleContext user;
    private final Metric counter;
    private final Metric duration;
    private final Metric failed;
    private final Map<String, Places> byRoute = new HashMap<>();
    private @Nullable Tags tagsOfPlaces;

    /**
     * Creates the meter and registers its metrics.
     *
     * @param user the virtual user
     * @param counter the name of the counter, such as {@code kafka_messages_produced}
     * @param duration the name of the trend, such as {@code kafka_produce_duration}
     * @param failed the name of the rate, such as {@code kafka_produce_failed}
     */
    public CallMeter(ModuleContext user, String counter, String duration, String failed) {
        this.user = user;
        this.counter = user.metrics().register(counter, MetricType.COUNTER);
        this.duration = user.metrics().register(duration, MetricType.TREND, ValueKind.TIME);
        this.failed = user.metrics().register(failed, MetricType.RATE);
    }

    /**
     * Measures a call that ends now.
     *
     * @param route the route as reports show it, such as {@code Kafka produce orders}
     * @param start when the call began, as {@link System#nanoTime}
     * @param counted by how much the counter grows, not negative
     * @param failure whether the call failed
     */
    public void record(String route, long start, long counted, boolean failure) {
        double milliseconds = (System.nanoTime() - start) / NANOS_PER_MILLI;
        Places places = places(route);
        if (counted > 0) {
            places.counter.add((double) counted);
        }
        places.duration.add(milliseconds);
        places.failed.add(failure ? 1 : 0);
        places.route.add(milliseconds, failure);
    }

    private Places places(String route) {
        Tags current = user.tags();
        if (!current.equals(tagsOfPlaces) || byRoute.size() > REMEMBERED) {
            byRoute.clear();
            tagsOfPlaces = current;
        }
        Places places = byRoute.get(route);
        if (places == null) {
            Tags tags = current.with("name", route);
            Recorder recorder = user.recorder();
            places = new Places(
                    recorder.series(counter, tags),
                    recorder.series(duration, tags),
                    recorder.series(failed, tags),
                    recorder.route(route));
            byRoute.put(route, places);
        }
        return places;
    }

    private record Places(
            Recorder.Series counter, Recorder.Series duration, Recorder.Series failed, Recorder.Route route) {}
}
