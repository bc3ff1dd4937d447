package io.mockarty.perf.module.rabbitmq;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.ServerUrl;
import io.mockarty.perf.module.TlsOptions;
import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code rabbitmq.mjs} needs of Java. Public only so that scripts can call it. */
public final class RabbitFunctions {

    private static final String CONNECT = "rabbitmq.connect";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final ModuleContext user;
    private final CallMeter publishing;
    private final CallMeter consuming;

    RabbitFunctions(ModuleContext user) {
        this.user = user;
        publishing = new CallMeter(user, "rmq_messages_published", "rmq_publish_duration", "rmq_publish_failed");
        consuming = new CallMeter(user, "rmq_messages_consumed", "rmq_consume_duration", "rmq_consume_failed");
    }

    /**
     * {@return a connection, which is opened when it is first used}
     *
     * @param url {@code amqp://user:password@host:port/virtual-host}, or {@code amqps} for TLS
     * @param options {@code timeout}, {@code confirms} and {@code tls}, or undefined
     */
    @Export
    public RabbitConnection connect(@Nullable Value url, @Nullable Value options) {
        if (url == null || !url.isString()) {
            throw new ScriptException(CONNECT + ": no URL (expected: amqp://user:password@host:port/virtual-host)");
        }
        ServerUrl server = ServerUrl.parse(CONNECT, url.asString(), List.of("amqp", "amqps"));
        ScriptOptions read = ScriptOptions.of(CONNECT, user.values().toJava(options));
        Duration timeout = read.duration("timeout", DEFAULT_TIMEOUT);
        boolean confirms = read.flag("confirms", false);
        TlsOptions tls = TlsOptions.read(read, server.scheme().equals("amqps"));
        read.done();
        RabbitAddress address = new RabbitAddress(server, timeout, tls);
        RabbitPool pool = user.shared(address, () -> new RabbitPool(address));
        Channels channels = new Channels(pool);
        user.closeAtEnd(channels);
        return new RabbitConnection(
                user,
                pool,
                channels,
                new Publisher(pool, channels, publishing, confirms),
                new Receiver(pool, channels, consuming));
    }
}
