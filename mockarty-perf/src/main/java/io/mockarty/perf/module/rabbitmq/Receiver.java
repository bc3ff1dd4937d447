package io.mockarty.perf.module.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownListener;
import com.rabbitmq.client.ShutdownSignalException;
import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Receives messages for one user. */
final class Receiver {

    private static final String CONSUME = "rabbitmq.consume";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** So many messages may be under way when all are wanted; AMQP has 16 bits for it. */
    private static final int UNDER_WAY = 500;

    private static final int GREATEST_LIMIT = 65_535;

    private final RabbitPool pool;
    private final Channels channels;
    private final CallMeter meter;

    Receiver(RabbitPool pool, Channels channels, CallMeter meter) {
        this.pool = pool;
        this.channels = channels;
        this.meter = meter;
    }

    List<Map<String, @Nullable Object>> consume(@Nullable Object json) {
        ScriptOptions read = ScriptOptions.of(CONSUME, json);
        String queue = read.required("queue", "the name of a queue");
        int limit = (int) read.whole("limit", 0, 0, GREATEST_LIMIT);
        Duration timeout = read.duration("timeout", DEFAULT_TIMEOUT);
        boolean acknowledge = read.flag("ack", true);
        boolean binary = read.flag("binary", false);
        read.done();
        long start = System.nanoTime();
        List<Delivery> taken = new ArrayList<>();
        boolean failed = true;
        try {
            receive(new Wish(queue, limit, start + timeout.toNanos(), acknowledge), taken);
            failed = false;
        } catch (InterruptedException e) {
            channels.drop(Channels.Use.CONSUME);
            Thread.currentThread().interrupt();
            throw new ScriptException(CONSUME + " was cut off", e);
        } catch (ScriptException e) {
            throw new ScriptException(CONSUME + ": " + e.getMessage(), e);
        } finally {
            meter.record("RMQ consume " + queue, start, taken.size(), failed);
        }
        return taken.stream().map(delivery -> shown(delivery, binary)).toList();
    }

    private void receive(Wish wish, List<Delivery> taken) throws InterruptedException {
        Channel channel = channels.of(Channels.Use.CONSUME);
        // Empty when no more will come: the queue was deleted, or the channel closed.
        BlockingQueue<Optional<Delivery>> arriving = new LinkedBlockingQueue<>();
        ShutdownListener onClose = reason -> arriving.add(Optional.empty());
        channel.addShutdownListener(onClose);
        try {
            String tag = pool.call(() -> {
                // The broker sends no more than this before it is acknowledged, so nothing arrives in vain.
                channel.basicQos(wish.limit == 0 ? UNDER_WAY : wish.limit);
                return channel.basicConsume(
                        wish.queue,
                        false,
                        (consumer, delivery) -> arriving.add(Optional.of(delivery)),
                        consumer -> arriving.add(Optional.empty()));
            });
            take(wish, channel, arriving, taken);
            pool.call(() -> {
                channel.basicCancel(tag);
                settle(wish, channel, taken);
                return tag;
            });
        } finally {
            channel.removeShutdownListener(onClose);
        }
    }

    private void take(Wish wish, Channel channel, BlockingQueue<Optional<Delivery>> arriving, List<Delivery> taken)
            throws InterruptedException {
        int most = wish.limit == 0 ? Integer.MAX_VALUE : wish.limit;
        long left = wish.deadline - System.nanoTime();
        while (taken.size() < most && left > 0) {
            Optional<Delivery> next = arriving.poll(left, TimeUnit.NANOSECONDS);
            if (next != null && next.isEmpty()) {
                channels.drop(Channels.Use.CONSUME);
                ShutdownSignalException reason = channel.getCloseReason();
                throw new ScriptException(
                        reason == null ? "queue \"" + wish.queue + "\" was deleted" : pool.describe(reason));
            }
            if (next != null) {
                taken.add(next.get());
                if (wish.limit == 0) {
                    acknowledge(wish, channel, next.get());
                }
            }
            left = wish.deadline - System.nanoTime();
        }
    }

    private void acknowledge(Wish wish, Channel channel, Delivery last) {
        if (wish.acknowledge) {
            try {
                channel.basicAck(last.getEnvelope().getDeliveryTag(), true);
            } catch (IOException | ShutdownSignalException e) {
                throw new ScriptException(pool.describe(e), e);
            }
        }
    }

    /** Acknowledges what was taken; what was not goes back to the queue. */
    private void settle(Wish wish, Channel channel, List<Delivery> taken) throws IOException {
        if (!taken.isEmpty() && wish.limit > 0) {
            acknowledge(wish, channel, taken.get(taken.size() - 1));
        }
        if (!wish.acknowledge || taken.size() != wish.limit) {
            channel.basicRecover(true);
        }
    }

    private static Map<String, @Nullable Object> shown(Delivery delivery, boolean binary) {
        BasicProperties properties = delivery.getProperties();
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        byte[] body = delivery.getBody();
        shown.put("body", binary ? body : new String(body, StandardCharsets.UTF_8));
        shown.put("routingKey", delivery.getEnvelope().getRoutingKey());
        shown.put("exchange", delivery.getEnvelope().getExchange());
        shown.put("contentType", properties.getContentType() == null ? "" : properties.getContentType());
        shown.put("headers", table(properties.getHeaders()));
        shown.put("redelivered", delivery.getEnvelope().isRedeliver());
        shown.put("messageId", properties.getMessageId());
        shown.put("correlationId", properties.getCorrelationId());
        shown.put("replyTo", properties.getReplyTo());
        return shown;
    }

    private static Map<String, @Nullable Object> table(@Nullable Map<String, Object> headers) {
        Map<String, @Nullable Object> table = new LinkedHashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> table.put(name, plain(value)));
        }
        return table;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean || value == null) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Receiver::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> nested = new LinkedHashMap<>();
            map.forEach((name, each) -> nested.put(String.valueOf(name), plain(each)));
            return nested;
        }
        return value.toString();
    }

    /** What is wanted: from which queue, how many (0 for all), until when, and whether it is gone afterwards. */
    private record Wish(String queue, int limit, long deadline, boolean acknowledge) {}
}
