package io.mockarty.perf.module.redis;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.ServerUrl;
import io.mockarty.perf.module.TlsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code redis.mjs} needs of Java. Public only so that scripts can call it. */
public final class RedisFunctions {

    private static final String OPEN = "redis.open";
    private static final String VARIABLE = "MOCKARTY_REDIS_ADDR";
    private static final String DEFAULT_ADDRESS = "localhost:6379";
    private static final int DEFAULT_CONNECTIONS = 50;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private final ModuleContext user;
    private final CallMeter meter;

    RedisFunctions(ModuleContext user) {
        this.user = user;
        meter = new CallMeter(user, "redis_commands", "redis_cmd_duration", "redis_cmd_failed");
    }

    /**
     * {@return commands to a Redis; it is connected to when the first is sent}
     *
     * @param address a URL such as {@code redis://user:password@host:port/database}, {@code rediss} for TLS; or
     *     {@code host:port}; or null or undefined for what the environment says
     * @param options {@code maxConnections}, {@code timeout} and {@code tls}, or undefined
     */
    @Export
    public RedisCommands open(@Nullable Value address, @Nullable Value options) {
        if (address != null && !address.isNull() && !address.isString()) {
            throw new ScriptException(OPEN + ": " + address + " (expected: redis://user:password@host:port/database)");
        }
        ServerUrl url = url(address == null || address.isNull() ? environment() : address.asString());
        ScriptOptions read = ScriptOptions.of(OPEN, user.values().toJava(options));
        int connections = (int) read.whole("maxConnections", DEFAULT_CONNECTIONS, 1, Integer.MAX_VALUE);
        Duration timeout = read.duration("timeout", DEFAULT_TIMEOUT);
        TlsOptions tls = TlsOptions.read(read, url.scheme().equals("rediss"));
        read.done();
        RedisAddress key = new RedisAddress(url, database(url), connections, timeout, tls);
        return new RedisCommands(user, meter, user.shared(key, () -> new RedisPool(key)));
    }

    private String environment() {
        Map<String, String> variables = user.environment();
        String address = variables.get(VARIABLE);
        if (address == null) {
            address = System.getenv(VARIABLE);
        }
        return address == null || address.isBlank() ? DEFAULT_ADDRESS : address.strip();
    }

    private static ServerUrl url(String address) {
        String url = address.contains("://") ? address : "redis://" + address;
        return ServerUrl.parse(OPEN, url, List.of("redis", "rediss"));
    }

    private static int database(ServerUrl url) {
        if (url.path().isEmpty()) {
            return 0;
        }
        try {
            int database = Integer.parseInt(url.path());
            if (database >= 0) {
                return database;
            }
        } catch (NumberFormatException e) {
            throw new ScriptException(databaseProblem(url), e);
        }
        throw new ScriptException(databaseProblem(url));
    }

    private static String databaseProblem(ServerUrl url) {
        return OPEN + ": database \"" + url.path()
                + "\" (expected: a number behind the host, as in redis://host:6379/0)";
    }
}
