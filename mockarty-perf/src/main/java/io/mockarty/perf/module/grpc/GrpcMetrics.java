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

/** What is measured of calls. */
final class GrpcMetrics {

    private final ModuleContext user;
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
        Map<String, String> tags = new HashMap<>();
        int slash = name.lastIndexOf('/');
        tags.put("name", "/" + name);
        tags.put("url", address + "/" + name);
        tags.put("service", slash < 0 ? "" : name.substring(0, slash));
        tags.put("method", name.substring(slash + 1));
        tags.putAll(own);
        return user.tags().with(tags);
    }

    void call(String name, Tags tags, Reply reply) {
        boolean bad = !reply.status().isOk();
        Tags all = tags.with("status", Integer.toString(reply.status().getCode().value()));
        Recorder recorder = user.recorder();
        recorder.add(requests, 1, all);
        recorder.add(duration, reply.milliseconds(), all);
        recorder.add(failed, bad ? 1 : 0, all);
        if (reply.sent() > 0) {
            recorder.add(dataSent, (double) reply.sent(), tags);
        }
        if (reply.received() > 0) {
            recorder.add(dataReceived, (double) reply.received(), tags);
        }
        recorder.route("gRPC " + name).add(reply.milliseconds(), bad);
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
