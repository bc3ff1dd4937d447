package io.mockarty.perf.module.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.mockarty.json.Json;
import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Publishes the messages of one user. */
final class Publisher {

    private static final String PUBLISH = "rabbitmq.publish";
    private static final int PERSISTENT = 2;
    private static final int GREATEST_PRIORITY = 255;

    private final RabbitPool pool;
    private final Channels channels;
    private final CallMeter meter;
    private final boolean confirms;

    /** Why the broker sent the last message back. */
    private final AtomicReference<@Nullable String> returned = new AtomicReference<>();

    private @Nullable Channel listenedTo;

    Publisher(RabbitPool pool, Channels channels, CallMeter meter, boolean confirms) {
        this.pool = pool;
        this.channels = channels;
        this.meter = meter;
        this.confirms = confirms;
    }

    void publish(@Nullable Object json) {
        ScriptOptions read = ScriptOptions.of(PUBLISH, json);
        String exchange = Objects.requireNonNullElse(read.text("exchange"), "");
        String routingKey = Objects.requireNonNullElse(read.text("routingKey"), "");
        Object body = read.any("body");
        BasicProperties properties = properties(read, body);
        boolean mandatory = read.flag("mandatory", false);
        boolean confirm = read.flag("confirm", confirms) || mandatory;
        read.done();
        long start = System.nanoTime();
        boolean failed = true;
        try {
            send(new Message(exchange, routingKey, properties, bytes(body)), mandatory, confirm);
            failed = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException(PUBLISH + " was cut off", e);
        } catch (ScriptException e) {
            throw new ScriptException(PUBLISH + ": " + e.getMessage(), e);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw new ScriptException(PUBLISH + ": " + pool.describe(e), e);
        } finally {
            meter.record("RMQ publish " + exchange + "/" + routingKey, start, failed ? 0 : 1, failed);
        }
    }

    private void send(Message message, boolean mandatory, boolean confirm)
            throws InterruptedException, IOException, TimeoutException {
        Channels.Use use = confirm ? Channels.Use.CONFIRM : Channels.Use.PUBLISH;
        Channel channel = channels.of(use);
        pool.awaitUnblocked(channel);
        if (mandatory) {
            returned.set(null);
            listen(channel);
        }
        channel.basicPublish(message.exchange(), message.routingKey(), mandatory, message.properties(), message.body());
        if (confirm) {
            awaitConfirmation(message, channel);
        }
    }

    private void awaitConfirmation(Message message, Channel channel) throws InterruptedException, TimeoutException {
        boolean accepted;
        try {
            accepted = channel.waitForConfirms(pool.timeoutMillis());
        } catch (InterruptedException | TimeoutException e) {
            channels.drop(Channels.Use.CONFIRM);
            throw e;
        }
        if (!accepted) {
            // Some brokers refuse a message first and send it back then; it is here before the answer to another call.
            pool.call(channel::confirmSelect);
        }
        String reason = returned.getAndSet(null);
        if (reason != null) {
            throw new ScriptException("no queue gets messages of exchange \"" + message.exchange()
                    + "\" with routing key \"" + message.routingKey() + "\": " + reason);
        }
        if (!accepted) {
            throw new ScriptException("the broker refused the message");
        }
    }

    private void listen(Channel channel) {
        if (!channel.equals(listenedTo)) {
            channel.addReturnListener(message -> returned.set(message.getReplyText()));
            listenedTo = channel;
        }
    }

    private static BasicProperties properties(ScriptOptions read, @Nullable Object body) {
        String contentType = read.text("contentType");
        BasicProperties.Builder properties = new BasicProperties.Builder()
                .contentType(contentType == null ? contentTypeOf(body) : contentType)
                .contentEncoding(read.text("contentEncoding"))
                .correlationId(read.text("correlationId"))
                .replyTo(read.text("replyTo"))
                .messageId(read.text("messageId"))
                .expiration(read.text("expiration"))
                .type(read.text("type"))
                .appId(read.text("appId"));
        if (read.flag("persistent", false)) {
            properties.deliveryMode(PERSISTENT);
        }
        long priority = read.whole("priority", -1, 0, GREATEST_PRIORITY);
        if (priority >= 0) {
            properties.priority((int) priority);
        }
        long timestamp = read.whole("timestamp", -1, 0, Long.MAX_VALUE);
        if (timestamp >= 0) {
            properties.timestamp(Date.from(Instant.ofEpochMilli(timestamp)));
        }
        if (read.any("headers") instanceof Map<?, ?> headers) {
            Map<String, Object> table = new HashMap<>();
            headers.forEach((name, value) -> table.put(String.valueOf(name), value));
            properties.headers(table);
        } else if (read.any("headers") != null) {
            read.problem("headers", read.any("headers"), "an object");
        }
        return properties.build();
    }

    private static String contentTypeOf(@Nullable Object body) {
        if (body instanceof Map<?, ?> || body instanceof List<?>) {
            return "application/json";
        }
        return body instanceof byte[] ? "application/octet-stream" : "text/plain";
    }

    private static byte[] bytes(@Nullable Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        String text = body == null ? "" : body instanceof String string ? string : Json.write(body);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Message(String exchange, String routingKey, BasicProperties properties, byte[] body) {}
}
