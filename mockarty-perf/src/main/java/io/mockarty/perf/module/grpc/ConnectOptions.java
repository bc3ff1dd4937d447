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
        ScriptOptions options = ScriptOptions.of(user.values(), "grpc.connect", object);
        return new ConnectOptions(
                address,
                options.flag("reflect", false),
                MetadataValues.of(options, "reflectMetadata"),
                options.duration("timeout", TIMEOUT),
                options.count("maxReceiveSize", 0),
                options.count("maxSendSize", 0),
                options.text("authority"),
                credentials(user, options));
    }

    private static ChannelCredentials credentials(ModuleContext user, ScriptOptions options) {
        if (options.flag("plaintext", false)) {
            if (options.value("tls") instanceof Map<?, ?> || Boolean.TRUE.equals(options.value("tls"))) {
                throw options.wrong("plaintext", true, "not together with tls");
            }
            return InsecureChannelCredentials.create();
        }
        TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
        if (Boolean.TRUE.equals(user.options().get("insecureSkipTLSVerify"))) {
            tls.trustManager(new TrustAnyone());
        }
        if (options.value("tls") != null && !(options.value("tls") instanceof Boolean)) {
            readCertificates(new Certificates(options.object("tls"), options), tls);
        }
        return tls.build();
    }

    private static void readCertificates(Certificates given, TlsChannelCredentials.Builder tls) {
        try {
            List<String> roots = given.texts("cacerts");
            if (!roots.isEmpty()) {
                tls.trustManager(stream(String.join("\n", roots)));
            }
            List<String> chain = given.texts("cert");
            List<String> key = given.texts("key");
            if (chain.isEmpty() != key.isEmpty()) {
                throw given.wrong(chain.isEmpty() ? "cert" : "key", "missing", "both cert and key, in PEM");
            }
            if (!key.isEmpty()) {
                List<String> password = given.texts("password");
                tls.keyManager(stream(chain.get(0)), stream(key.get(0)), password.isEmpty() ? null : password.get(0));
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

    /** The values of {@code tls}. */
    private record Certificates(Map<String, @Nullable Object> values, ScriptOptions options) {

        List<String> texts(String name) {
            Object value = values.get(name);
            if (value == null) {
                return List.of();
            }
            if (value instanceof String text) {
                return List.of(text);
            }
            if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                return list.stream().map(String::valueOf).toList();
            }
            throw wrong(name, value, "a text in PEM, or an array of them");
        }

        ScriptException wrong(String name, Object value, String expected) {
            return options.wrong("tls." + name, value, expected);
        }
    }
}
