package io.mockarty.perf.module.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
 * @param credentials how to secure the connection
 */
record ConnectOptions(
        String address,
        boolean reflect,
        Map<String, List<Object>> reflectMetadata,
        Duration timeout,
        int maxReceiveSize,
        int maxSendSize,
        @Nullable String authority,
        ChannelCredentials credentials) {

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
                credentials(user, options));
        options.doneWithKnown();
        return connect;
    }

    private static ChannelCredentials credentials(ModuleContext user, ScriptOptions options) {
        Object tls = options.any("tls");
        if (options.flag("plaintext", false)) {
            if (tls instanceof Map<?, ?> || Boolean.TRUE.equals(tls)) {
                options.problem("plaintext", true, "not together with tls");
            }
            return InsecureChannelCredentials.create();
        }
        TlsChannelCredentials.Builder builder = TlsChannelCredentials.newBuilder();
        if (Boolean.TRUE.equals(user.options().get("insecureSkipTLSVerify"))) {
            builder.trustManager(new TrustAnyone());
        }
        ScriptOptions certificates = tls instanceof Boolean ? null : options.nested("tls");
        if (certificates != null) {
            addCertificates(certificates, builder);
            certificates.doneWithKnown();
        }
        return builder.build();
    }

    private static void addCertificates(ScriptOptions certificates, TlsChannelCredentials.Builder tls) {
        Object roots = certificates.any("cacerts");
        String chain = certificates.text("cert");
        String key = certificates.text("key");
        String password = certificates.text("password");
        try {
            if (roots instanceof List<?> list) {
                tls.trustManager(stream(
                        String.join("\n", list.stream().map(String::valueOf).toList())));
            } else if (roots != null) {
                tls.trustManager(stream(roots.toString()));
            }
            if (chain != null && key != null) {
                tls.keyManager(stream(chain), stream(key), password);
            } else if (chain != null || key != null) {
                certificates.problem(chain == null ? "cert" : "key", null, "both cert and key, in PEM");
            }
        } catch (IOException e) {
            throw new ScriptException("grpc.connect: tls: " + e.getMessage() + " (expected: certificates in PEM)", e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens a channel; the network is not used before the first call. */
    ManagedChannel open() {
        ManagedChannelBuilder<?> builder = Grpc.newChannelBuilder(target(), credentials)
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
