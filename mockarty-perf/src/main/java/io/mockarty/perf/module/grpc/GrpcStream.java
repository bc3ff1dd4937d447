package io.mockarty.perf.module.grpc;

import com.google.protobuf.DynamicMessage;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.EventLoop.Pending;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A call with streams. Its events come to the thread of the user. Public only so that scripts can call it. */
public final class GrpcStream {

    private static final List<String> EVENTS = List.of("data", "error", "end", "metadata");

    private final ModuleContext user;
    private final GrpcMetrics metrics;
    private final Messages messages;
    private final Target target;
    private final Pending pending;
    private final Map<String, List<Value>> handlers = new HashMap<>();
    private final long start = System.nanoTime();
    private boolean answered;
    private boolean writable = true;
    private boolean closed;

    private GrpcStream(ModuleContext user, GrpcMetrics metrics, Messages messages, Target target) {
        this.user = user;
        this.metrics = metrics;
        this.messages = messages;
        this.target = target;
        pending = user.loop().expect();
    }

    /** What is called, and how. */
    record Target(GrpcMethod method, ClientCall<DynamicMessage, DynamicMessage> call, CallParams params, Tags tags) {}

    static GrpcStream open(ModuleContext user, GrpcMetrics metrics, Messages messages, Target target) {
        Metadata metadata = target.params().toMetadata();
        GrpcStream stream = new GrpcStream(user, metrics, messages, target);
        target.call().start(stream.new Events(), metadata);
        target.call().request(1);
        metrics.streamOpened(target.tags());
        return stream;
    }

    /**
     * Has a function called whenever something happens.
     *
     * @param event {@code data}, {@code error}, {@code end} or {@code metadata}
     * @param handler the function
     */
    @Export
    public void on(String event, Value handler) {
        if (!EVENTS.contains(event)) {
            throw new ScriptException("grpc.Stream.on: event \"" + event + "\" (expected: one of " + EVENTS + ")");
        }
        if (!handler.canExecute()) {
            throw new ScriptException("grpc.Stream.on: " + handler + " (expected: a function)");
        }
        handlers.computeIfAbsent(event, name -> new ArrayList<>()).add(handler);
    }

    /**
     * Sends a message.
     *
     * @param message the message
     */
    @Export
    public void write(Value message) {
        if (closed || !writable) {
            throw new ScriptException("grpc.Stream.write (expected: before the stream has ended)");
        }
        DynamicMessage sent = messages.read(
                target.method().types().getInputType(), user.values().stringify(message));
        target.call().sendMessage(sent);
        metrics.streamSent(target.tags(), sent.getSerializedSize() + (long) Reply.MESSAGE_PREFIX);
        if (!target.method().types().isClientStreaming()) {
            end();
        }
    }

    /** Says that no more messages will be sent. */
    @Export
    public void end() {
        if (writable && !closed) {
            writable = false;
            target.call().halfClose();
        }
    }

    private void headersCame(Metadata headers) {
        emit("metadata", MetadataValues.fromMetadata(headers));
    }

    private void messageCame(DynamicMessage message, long millis) {
        metrics.streamReceived(target.tags(), message.getSerializedSize() + (long) Reply.MESSAGE_PREFIX);
        answered(Status.OK);
        Object data = target.params().discardMessage() ? null : messages.write(message);
        emit("data", data, Map.of("ts", millis));
        target.call().request(1);
    }

    private void ended(Status status, Metadata trailers) {
        closed = true;
        answered(status);
        if (!status.isOk()) {
            emit("error", ReplyForm.error(messages, status, trailers));
        }
        emit("end");
    }

    private void answered(Status status) {
        if (!answered) {
            answered = true;
            metrics.streamAnswered(target.method().name(), (System.nanoTime() - start) / 1e6, status);
        }
    }

    private void emit(String event, @org.jspecify.annotations.Nullable Object... arguments) {
        List<Value> list = handlers.get(event);
        if (list == null) {
            return;
        }
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = user.values().toScript(arguments[i]);
        }
        List.copyOf(list).forEach(handler -> handler.executeVoid(values));
    }

    /** Brings events from the threads of gRPC to that of the user. */
    private final class Events extends ClientCall.Listener<DynamicMessage> {

        @Override
        public void onHeaders(Metadata headers) {
            pending.post(() -> headersCame(headers));
        }

        @Override
        public void onMessage(DynamicMessage message) {
            long millis = System.currentTimeMillis();
            pending.post(() -> messageCame(message, millis));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            pending.complete(() -> ended(status, trailers));
        }
    }
}
