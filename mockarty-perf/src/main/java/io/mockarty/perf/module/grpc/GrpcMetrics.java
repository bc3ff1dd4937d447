package io.mockarty.perf.module.grpc;

import io.grpc.Status;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.module.ModuleContext;
import java.util.HashMap;
import java.util.Map;

/** Counts calls. Where the samples of equal calls go is worked out once. */
final class GrpcMetrics {

    private static final int MAX_KNOWN = 2_000;

    private final ModuleContext user;
    private final Map<Target, Tags> targets = new HashMap<>();
    private final Map<Kind, Places> known = new HashMap<>();
    private final Metric requests;
    private final Metric duration;
    private final Metric failed;
    private final Metric streams;
    private final Metric streamSent;
    private final Metric streamReceived;
    private final Metric dataSent;
    private final Metric dataReceived;

    GrpcMetrics(ModuleContext user) {
        this.user = user;
        MetricRegistry metrics = user.metrics();
        requests = metrics.register("grpc_reqs", MetricType.COUNTER);
        duration = metrics.register("grpc_req_duration", MetricType.TREND, ValueKind.TIME);
        failed = metrics.register("grpc_req_failed", MetricType.RATE);
        streams = metrics.register("grpc_streams", MetricType.COUNTER);
        streamSent = metrics.register("grpc_streams_msgs_sent", MetricType.COUNTER);
        streamReceived = metrics.register("grpc_streams_msgs_received", MetricType.COUNTER);
        dataSent = metrics.register("data_sent", MetricType.COUNTER, ValueKind.DATA);
        dataReceived = metrics.register("data_received", MetricType.COUNTER, ValueKind.DATA);
    }

    /** The tags of a call: those of this moment, those of the script, and what is called. */
    Tags tags(String address, String name, Map<String, String> own) {
        Target target = new Target(address, name, own, user.tags());
        Tags tags = targets.get(target);
        if (tags == null) {
            if (targets.size() >= MAX_KNOWN) {
                targets.clear();
            }
            tags = target.tags();
            targets.put(target, tags);
        }
        return tags;
    }

    private record Target(String address, String name, Map<String, String> own, Tags current) {

        Tags tags() {
            Map<String, String> tags = new HashMap<>();
            int slash = name.lastIndexOf('/');
            tags.put("name", "/" + name);
            tags.put("url", address + "/" + name);
            tags.put("service", slash < 0 ? "" : name.substring(0, slash));
            tags.put("method", name.substring(slash + 1));
            tags.putAll(own);
            return current.with(tags);
        }
    }

    void call(String name, Tags tags, Reply reply) {
        Kind kind = new Kind(name, tags, reply.status().getCode().value());
        Places places = known.get(kind);
        if (places == null) {
            if (known.size() >= MAX_KNOWN) {
                known.clear();
            }
            places = new Places(kind);
            known.put(kind, places);
        }
        places.add(reply);
    }

    /** Calls that are counted in the same places. */
    private record Kind(String name, Tags tags, int status) {}

    private final class Places {

        private final Recorder.Series toRequests;
        private final Recorder.Series toDuration;
        private final Recorder.Series toFailed;
        private final Recorder.Series toSent;
        private final Recorder.Series toReceived;
        private final Recorder.Route route;

        Places(Kind kind) {
            Recorder recorder = user.recorder();
            Tags all = kind.tags().with("status", Integer.toString(kind.status()));
            toRequests = recorder.series(requests, all);
            toDuration = recorder.series(duration, all);
            toFailed = recorder.series(failed, all);
            toSent = recorder.series(dataSent, kind.tags());
            toReceived = recorder.series(dataReceived, kind.tags());
            route = recorder.route("gRPC " + kind.name());
        }

        void add(Reply reply) {
            boolean bad = !reply.status().isOk();
            toRequests.add(1);
            toDuration.add(reply.milliseconds());
            toFailed.add(bad ? 1 : 0);
            if (reply.sent() > 0) {
                toSent.add((double) reply.sent());
            }
            if (reply.received() > 0) {
                toReceived.add((double) reply.received());
            }
            route.add(reply.milliseconds(), bad);
        }
    }

    void streamOpened(Tags tags) {
        user.recorder().add(streams, 1, tags);
    }

    void streamSent(Tags tags, long bytes) {
        user.recorder().add(streamSent, 1, tags);
        user.recorder().add(dataSent, (double) bytes, tags);
    }

    void streamReceived(Tags tags, long bytes) {
        user.recorder().add(streamReceived, 1, tags);
        user.recorder().add(dataReceived, (double) bytes, tags);
    }

    /** A stream counts once for its route, with the time to its first answer. */
    void streamAnswered(String name, double milliseconds, Status status) {
        user.recorder().route("gRPC " + name).add(milliseconds, !status.isOk());
    }
}
