package io.mockarty.perf.module.rabbitmq;

import io.mockarty.perf.module.ServerUrl;
import io.mockarty.perf.module.TlsOptions;
import java.time.Duration;

/** A broker and how to reach it; users with equal ones share connections. */
record RabbitAddress(ServerUrl url, Duration timeout, TlsOptions tls) {

    private static final int STANDARD_PORT = 5672;
    private static final int STANDARD_TLS_PORT = 5671;

    int port() {
        return url.portOr(tls.enabled() ? STANDARD_TLS_PORT : STANDARD_PORT);
    }

    String virtualHost() {
        return url.path().isEmpty() ? "/" : url.path();
    }

    int timeoutMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }

    String place() {
        return url.host() + ":" + port();
    }
}
