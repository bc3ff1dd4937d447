package io.mockarty.perf.module.grpc;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to a server.
 *
 * @param address as {@code host:port}
 * @param reflect whether the server tells what services it has
 * @param reflectMetadata what to send when it is asked
 * @param timeout how long connecting may take
 * @param maxReceiveSize the most bytes of a message that comes in, or 0 for the default of 4 MB
 * @param maxSendSize the most bytes of a message that goes out, or 0 for no limit
 * @param authority what to call the server, or null for its address
 * @param security how to secure the connection
 */
record ConnectOptions(
        String address,
        boolean reflect,
        Map<String, List<Object>> reflectMetadata,
        Duration timeout,
        int maxReceiveSize,
        int maxSendSize,
        @Nullable String authority,
        Security security) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    static ConnectOptions of(ModuleContext user, String address, @Nullable Value object) {
        if (address.isBlank() || address.contains("://")) {
            throw new ScriptException("grpc.connect: address: \"" + address + "\" (expected: host:port)");
        }
        ScriptOptions options = ScriptOptions.of("grpc.connect", user.values().toJava(object));
        ConnectOptions connect = new ConnectOptions(
                address,
                options.flag("reflect", false),
                MetadataValues.of(options, "reflectMetadata"),
                options.duration("timeout", TIMEOUT),
                (int) options.whole("maxReceiveSize", 0, 0, Integer.MAX_VALUE),
                (int) options.whole("maxSendSize", 0, 0, Integer.MAX_VALUE),
                options.text("authority"),
                Security.read(options));
        options.doneWithKnown();
        return connect;
    }

    /**
     * Opens a channel; the network is not used before the first call.
     *
     * @param trustAnyone whether certificates are accepted without a look
     */
    ManagedChannel open(boolean trustAnyone) {
        ManagedChannelBuilder<?> builder = Grpc.newChannelBuilder(target(), security.credentials(trustAnyone))
                .directExecutor()
                .disableRetry()
                .userAgent("mockarty");
        if (maxReceiveSize > 0) {
            builder.maxInboundMessageSize(maxReceiveSize);
        }
        if (authority != null) {
            builder.overrideAuthority(authority);
        }
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new ScriptException(
                    "grpc.connect: address: \"" + address + "\" (expected: host:port; " + e.getMessage() + ")", e);
        }
    }

    /** As Go understands an address without a host. */
    private String target() {
        return address.startsWith(":") ? "localhost" + address : address;
    }
}
