package io.mockarty.perf.module.grpc;

import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.ScriptValues;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a script says about one call.
 *
 * @param metadata what to send along; scripts call it {@code metadata} or {@code headers}
 * @param tags tags of the samples
 * @param timeout how long the call may take, or null for no limit
 * @param authority what to call the server, or null for the default
 * @param discardMessage whether the answer is of no interest
 */
record CallParams(
        Map<String, List<Object>> metadata,
        Map<String, String> tags,
        @Nullable Duration timeout,
        @Nullable String authority,
        boolean discardMessage) {

    static final Duration TIMEOUT = Duration.ofSeconds(60);

    static CallParams of(ScriptValues values, String function, @Nullable Value object, @Nullable Duration timeout) {
        ScriptOptions options = ScriptOptions.of(function, values.toJava(object));
        Map<String, List<Object>> metadata = new LinkedHashMap<>(MetadataValues.of(options, "headers"));
        metadata.putAll(MetadataValues.of(options, "metadata"));
        Duration limit = options.any("timeout") == null ? timeout : options.duration("timeout", TIMEOUT);
        CallParams params = new CallParams(
                metadata,
                options.textMap("tags"),
                limit,
                options.text("authority"),
                options.flag("discardResponseMessage", false));
        options.doneWithKnown();
        return params;
    }

    Metadata toMetadata() {
        return MetadataValues.toMetadata(metadata);
    }

    CallOptions toCallOptions(ConnectOptions connection) {
        CallOptions options = CallOptions.DEFAULT;
        if (timeout != null) {
            options = options.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (authority != null) {
            options = options.withAuthority(authority);
        }
        if (connection.maxSendSize() > 0) {
            options = options.withMaxOutboundMessageSize(connection.maxSendSize());
        }
        return options;
    }
}
