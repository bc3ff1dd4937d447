package io.mockarty.perf.module.web;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.module.ModuleContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one protocol: how many, how long, how many failed. */
final class WebMeter {

    private final ModuleContext user;
    private final Metric requests;
    private final Metric duration;
    private final Metric failed;
    private final Metric sent;
    private final Metric received;

    /**
     * Registers the metrics.
     *
     * @param prefix such as {@code soap} for {@code soap_reqs}
     */
    WebMeter(ModuleContext user, String prefix) {
        this.user = user;
        requests = user.metrics().register(prefix + "_reqs", MetricType.COUNTER);
        duration = user.metrics().register(prefix + "_req_duration", MetricType.TREND, ValueKind.TIME);
        failed = user.metrics().register(prefix + "_req_failed", MetricType.RATE);
        sent = user.metrics().register("data_sent", MetricType.COUNTER, ValueKind.DATA);
        received = user.metrics().register("data_received", MetricType.COUNTER, ValueKind.DATA);
    }

    /**
     * Counts a call.
     *
     * @param route the route, which is the tag {@code name} as well
     * @param url where it went
     * @param status the status of the answer, or 0
     * @param own tags that the script gave it
     */
    void call(String route, String url, int status, Map<String, String> own, double milliseconds, boolean bad) {
        Map<String, String> tags = new HashMap<>();
        tags.put("name", route);
        tags.put("url", url);
        tags.put("status", Integer.toString(status));
        tags.putAll(own);
        Tags all = user.tags().with(tags);
        Recorder recorder = user.recorder();
        recorder.add(requests, 1, all);
        recorder.add(duration, milliseconds, all);
        recorder.add(failed, bad ? 1 : 0, all);
        recorder.route(route).add(milliseconds, bad);
    }

    /** Counts the bytes of an exchange. */
    void bytes(@Nullable HttpAnswer answer) {
        if (answer != null) {
            user.recorder().add(sent, (double) answer.sent(), user.tags());
            user.recorder().add(received, (double) answer.received(), user.tags());
        }
    }
}
