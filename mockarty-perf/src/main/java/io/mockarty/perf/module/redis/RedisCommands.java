package io.mockarty.perf.module.redis;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/** The commands of one user to one Redis. Public only so that scripts can call it. */
public final class RedisCommands {

    /** How long keys live that a script creates without saying so; what a test leaves behind goes away by itself. */
    private static final long DEFAULT_SECONDS = Duration.ofHours(12).toSeconds();

    private static final long FOREVER = -1;
    private static final Set<String> CREATING = Set.of("HSET", "LPUSH", "RPUSH", "SADD", "ZADD");

    /** Commands that change the connection, which the next user gets. */
    private static final Set<String> REFUSED = Set.of(
            "AUTH",
            "CLIENT",
            "DISCARD",
            "EXEC",
            "HELLO",
            "MONITOR",
            "MULTI",
            "PSUBSCRIBE",
            "PUNSUBSCRIBE",
            "QUIT",
            "RESET",
            "SELECT",
            "SSUBSCRIBE",
            "SUBSCRIBE",
            "SUNSUBSCRIBE",
            "UNSUBSCRIBE",
            "UNWATCH",
            "WATCH");

    private final ModuleContext user;
    private final CallMeter meter;
    private final RedisPool pool;

    RedisCommands(ModuleContext user, CallMeter meter, RedisPool pool) {
        this.user = user;
        this.meter = meter;
        this.pool = pool;
    }

    /**
     * {@return what Redis answers to a command}
     *
     * @param name the command, in whatever case
     * @param arguments an array of strings
     */
    @Export
    public @Nullable Object call(String name, Value arguments) {
        String command = name.toUpperCase(Locale.ROOT);
        if (REFUSED.contains(command)) {
            throw new ScriptException("redis: " + command
                    + " (expected: a command that leaves the connection as it is, because users share connections)");
        }
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < arguments.getArraySize(); i++) {
            texts.add(arguments.getArrayElement(i).asString());
        }
        if (CREATING.contains(command) && !texts.isEmpty()) {
            return measured(command, () -> pool.sendCreating(command, texts, DEFAULT_SECONDS));
        }
        return measured(command, () -> pool.send(command, texts));
    }

    /**
     * {@return {@code OK}, when the value is set}
     *
     * @param key the key
     * @param value the value
     * @param seconds how long it lives; 0 for the default of 12 hours, -1 for ever
     */
    @Export
    public @Nullable Object set(String key, String value, double seconds) {
        if (seconds != FOREVER && !(seconds >= 0)) {
            throw new ScriptException("redis.set: ttl: " + seconds
                    + " (expected: seconds, 0 for the default of 12 hours, or -1 to keep the key)");
        }
        List<String> arguments = new ArrayList<>(List.of(key, value));
        if (seconds != FOREVER) {
            long millis = seconds == 0 ? DEFAULT_SECONDS * 1000 : Math.max(1, Math.round(seconds * 1000));
            boolean whole = millis % 1000 == 0;
            arguments.add(whole ? "EX" : "PX");
            arguments.add(Long.toString(whole ? millis / 1000 : millis));
        }
        return measured("SET", () -> pool.send("SET", arguments));
    }

    private @Nullable Object measured(String command, Call call) {
        long start = System.nanoTime();
        boolean failed = true;
        try {
            Object answer = call.run();
            failed = false;
            Object value = Reply.of(command).read(answer);
            return value instanceof String || value instanceof Long
                    ? value
                    : user.values().toScript(value);
        } catch (JedisException e) {
            throw new ScriptException("redis " + command + ": " + pool.describe(e), e);
        } finally {
            meter.record("Redis " + command, start, 1, failed);
        }
    }

    /** Something that Redis is asked. */
    private interface Call {

        @Nullable
        Object run();
    }
}
