package io.mockarty.perf.module.rabbitmq;

import com.rabbitmq.client.AMQP.Queue;
import com.rabbitmq.client.Channel;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A connection as one user sees it. Public only so that scripts can call it. */
public final class RabbitConnection {

    private final ModuleContext user;
    private final RabbitPool pool;
    private final Channels channels;
    private final Publisher publisher;
    private final Receiver receiver;

    RabbitConnection(ModuleContext user, RabbitPool pool, Channels channels, Publisher publisher, Receiver receiver) {
        this.user = user;
        this.pool = pool;
        this.channels = channels;
        this.publisher = publisher;
        this.receiver = receiver;
    }

    /**
     * Publishes a message.
     *
     * @param options {@code exchange}, {@code routingKey}, {@code body}, {@code contentType}, {@code headers},
     *     {@code persistent}, {@code confirm} (wait until the broker has it), {@code mandatory} (fail when no queue
     *     gets it), and the other properties of AMQP
     */
    @Export
    public void publish(@Nullable Value options) {
        publisher.publish(user.values().toJava(options));
    }

    /**
     * Consumes messages.
     *
     * @param options {@code queue}, and perhaps {@code limit} (0 for all that come in time), {@code timeout} (5 s),
     *     {@code ack} (false leaves them in the queue), {@code binary} (bodies as {@code ArrayBuffer})
     * @return messages with {@code body}, {@code routingKey}, {@code exchange}, {@code contentType} and more
     */
    @Export
    public Value consume(@Nullable Value options) {
        return user.values().toScript(receiver.consume(user.values().toJava(options)));
    }

    /**
     * Makes a queue when there is none of that name.
     *
     * @param name the name, empty for one that the broker chooses
     * @param options {@code durable} (true), {@code exclusive}, {@code autoDelete}, {@code arguments}
     * @return {@code queue}, {@code messages}, {@code consumers}
     */
    @Export
    public Value declareQueue(String name, @Nullable Value options) {
        String where = "rabbitmq.declareQueue";
        ScriptOptions read = ScriptOptions.of(where, user.values().toJava(options));
        boolean durable = read.flag("durable", true);
        boolean exclusive = read.flag("exclusive", false);
        boolean autoDelete = read.flag("autoDelete", false);
        Map<String, Object> arguments = arguments(read);
        read.done();
        Queue.DeclareOk queue =
                declare(where, channel -> channel.queueDeclare(name, durable, exclusive, autoDelete, arguments));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("queue", queue.getQueue());
        shown.put("messages", queue.getMessageCount());
        shown.put("consumers", queue.getConsumerCount());
        return user.values().toScript(shown);
    }

    /**
     * Makes an exchange when there is none of that name.
     *
     * @param name the name
     * @param options {@code type} (direct), {@code durable} (true), {@code autoDelete}, {@code arguments}
     */
    @Export
    public void declareExchange(String name, @Nullable Value options) {
        String where = "rabbitmq.declareExchange";
        ScriptOptions read = ScriptOptions.of(where, user.values().toJava(options));
        String type = Objects.requireNonNullElse(read.text("type"), "direct");
        boolean durable = read.flag("durable", true);
        boolean autoDelete = read.flag("autoDelete", false);
        Map<String, Object> arguments = arguments(read);
        read.done();
        declare(where, channel -> channel.exchangeDeclare(name, type, durable, autoDelete, arguments));
    }

    private static Map<String, Object> arguments(ScriptOptions read) {
        Map<String, Object> arguments = new HashMap<>();
        if (read.any("arguments") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> arguments.put(String.valueOf(name), value));
        } else if (read.any("arguments") != null) {
            read.problem("arguments", read.any("arguments"), "an object");
        }
        return arguments;
    }

    /**
     * Lets a queue get messages of an exchange.
     *
     * @param queue the queue
     * @param exchange the exchange
     * @param routingKey for messages with which key
     */
    @Export
    public void bindQueue(String queue, String exchange, String routingKey) {
        declare("rabbitmq.bindQueue", channel -> channel.queueBind(queue, exchange, routingKey));
    }

    /**
     * {@return how many messages were removed from a queue}
     *
     * @param queue the queue
     */
    @Export
    public int purgeQueue(String queue) {
        return declare("rabbitmq.purgeQueue", channel -> channel.queuePurge(queue))
                .getMessageCount();
    }

    /**
     * Deletes a queue.
     *
     * @param queue the queue
     */
    @Export
    public void deleteQueue(String queue) {
        declare("rabbitmq.deleteQueue", channel -> channel.queueDelete(queue));
    }

    private <T> T declare(String where, Declaration<T> declaration) {
        try {
            Channel channel = channels.of(Channels.Use.DECLARE);
            return pool.call(() -> declaration.on(channel));
        } catch (InterruptedException e) {
            channels.drop(Channels.Use.DECLARE);
            Thread.currentThread().interrupt();
            throw new ScriptException(where + " was cut off", e);
        } catch (ScriptException e) {
            throw new ScriptException(where + ": " + e.getMessage(), e);
        }
    }

    /** Closes the channels of this user. What is used later opens new ones. */
    @Export
    public void close() {
        channels.close();
    }

    /** Something that the broker answers to. */
    private interface Declaration<T> {

        T on(Channel channel) throws IOException;
    }
}
