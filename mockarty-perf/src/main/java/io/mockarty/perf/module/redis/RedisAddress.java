package io.mockarty.perf.module.redis;

import io.mockarty.perf.module.ServerUrl;
import io.mockarty.perf.module.TlsOptions;
import java.time.Duration;

/** A Redis and how to reach it; users with equal ones share a pool. */
record RedisAddress(ServerUrl url, int database, int connections, Duration timeout, TlsOptions tls) {

    static final int STANDARD_PORT = 6379;

    int port() {
        return url.portOr(STANDARD_PORT);
    }

    int timeoutMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }
}
