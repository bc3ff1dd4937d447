package io.mockarty.perf.module.grpc;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import io.mockarty.perf.module.ModuleContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What a reply looks like to a script. */
enum ReplyForm {
    /** Status as number, error as object or null. */
    K6,
    /** Status as name, error as text, and timings. */
    MOCKARTY;

    Value render(ModuleContext user, Messages messages, Reply reply) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        boolean ok = reply.status().isOk();
        members.put(
                "status",
                this == K6
                        ? (Object) reply.status().getCode().value()
                        : reply.status().getCode().name());
        members.put("message", reply.message() == null ? null : messages.write(reply.message()));
        members.put("headers", MetadataValues.fromMetadata(reply.headers()));
        members.put("trailers", MetadataValues.fromMetadata(reply.trailers()));
        if (this == K6) {
            members.put("error", ok ? null : error(messages, reply.status(), reply.trailers()));
        } else {
            members.put("error", ok ? "" : Reply.describe(reply.status()));
            members.put("timings", Map.of("duration", reply.milliseconds()));
        }
        return user.values().toScript(members);
    }

    /** A failed status as JSON: code, message, details. */
    static Map<String, @Nullable Object> error(Messages messages, io.grpc.Status status, io.grpc.Metadata trailers) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", status.getCode().value());
        error.put("message", Reply.describe(status));
        List<@Nullable Object> details = new ArrayList<>();
        Status full = StatusProto.fromStatusAndTrailers(status, trailers);
        if (full != null) {
            for (Any detail : full.getDetailsList()) {
                details.add(messages.write(detail));
            }
        }
        error.put("details", details);
        return error;
    }

    /** The answer to a health check with the number of its status, to be compared with constants. */
    Value withNumericStatus(Value response) {
        Value message = response.getMember("message");
        if (message != null && !message.isNull()) {
            Value status = message.getMember("status");
            if (status.isString()) {
                message.putMember(
                        "status",
                        io.grpc.health.v1.HealthCheckResponse.ServingStatus.valueOf(status.asString())
                                .getNumber());
            }
        }
        return response;
    }
}
