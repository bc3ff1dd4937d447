package io.mockarty.perf.module.kafka;

import io.mockarty.perf.module.Failures;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.TlsOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;

/** Where a cluster is, who we are, and how long we wait for it. */
record KafkaAddress(
        List<String> brokers,
        Duration timeout,
        String clientId,
        @Nullable Sasl sasl,
        TlsOptions tls) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(100);

    static KafkaAddress read(ScriptOptions options) {
        List<String> brokers = options.texts("brokers");
        if (brokers.isEmpty()) {
            options.problem("brokers", options.any("brokers"), "an array such as ['localhost:9092']");
        }
        for (String broker : brokers) {
            if (!broker.matches(".+:[0-9]{1,5}")) {
                options.problem("brokers", broker, "host:port, such as localhost:9092");
            }
        }
        Duration timeout = options.duration("timeout", DEFAULT_TIMEOUT);
        String clientId = Objects.requireNonNullElse(options.text("clientId"), "mockarty");
        Sasl sasl = Sasl.read(options);
        TlsOptions tls = TlsOptions.read(options, false);
        return new KafkaAddress(
                brokers, timeout.compareTo(LEAST_TIMEOUT) < 0 ? LEAST_TIMEOUT : timeout, clientId, sasl, tls);
    }

    int timeoutMillis() {
        return (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    }

    /** The part of the configuration that producers and consumers have in common. */
    Map<String, Object> configuration() {
        Map<String, Object> all = new HashMap<>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis());
        all.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol());
        // Nothing here needs the management beans and the metrics that would be pushed to brokers.
        all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        all.put("enable.metrics.push", false);
        if (sasl != null) {
            all.put(SaslConfigs.SASL_MECHANISM, sasl.mechanism());
            all.put(SaslConfigs.SASL_JAAS_CONFIG, sasl.configuration());
        }
        if (tls.authorities() != null) {
            all.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            all.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, tls.authorities());
        }
        if (tls.enabled() && !tls.verify()) {
            all.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, UnverifiedTls.class);
            all.put(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG, "");
        }
        return all;
    }

    private String protocol() {
        if (sasl != null) {
            return tls.enabled() ? "SASL_SSL" : "SASL_PLAINTEXT";
        }
        return tls.enabled() ? "SSL" : "PLAINTEXT";
    }

    /** Words for a failure that do not tell the password. */
    String describe(Throwable problem) {
        return Failures.describe(problem, sasl == null ? null : sasl.password());
    }

    String place() {
        return String.join(", ", brokers);
    }

    /** How to log in. */
    record Sasl(String mechanism, String username, String password) {

        private static final List<String> MECHANISMS = List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");

        static @Nullable Sasl read(ScriptOptions options) {
            ScriptOptions nested = options.nested("sasl");
            if (nested == null) {
                return null;
            }
            String mechanism = KafkaFunctions.oneOf(nested, "mechanism", MECHANISMS);
            String username = nested.required("username", "a string");
            String password = Objects.requireNonNullElse(nested.text("password"), "");
            nested.done();
            return new Sasl(mechanism, username, password);
        }

        String configuration() {
            String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
            return "org.apache.kafka.common.security." + module + " required username=\"" + quoted(username)
                    + "\" password=\"" + quoted(password) + "\";";
        }

        private static String quoted(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"");
        }

        @Override
        public String toString() {
            return mechanism + " as " + username;
        }
    }
}
