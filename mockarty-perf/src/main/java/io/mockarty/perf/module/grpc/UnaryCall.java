package io.mockarty.perf.module.grpc;

import com.google.protobuf.DynamicMessage;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call with one answer. */
final class UnaryCall extends ClientCall.Listener<DynamicMessage> {

    private final Consumer<Reply> done;
    private final ClientCall<DynamicMessage, DynamicMessage> call;
    private final long start = System.nanoTime();
    private Metadata headers = new Metadata();
    private @Nullable DynamicMessage message;
    private long sent;

    private UnaryCall(ClientCall<DynamicMessage, DynamicMessage> call, Consumer<Reply> done) {
        this.call = call;
        this.done = done;
    }

    /**
     * {@return a call that has started}
     *
     * @param done gets the reply, on whatever thread
     */
    static UnaryCall start(
            ClientCall<DynamicMessage, DynamicMessage> call,
            Metadata metadata,
            DynamicMessage request,
            Consumer<Reply> done) {
        UnaryCall listener = new UnaryCall(call, done);
        listener.sent = request.getSerializedSize() + (long) Reply.MESSAGE_PREFIX;
        call.start(listener, metadata);
        call.request(2);
        call.sendMessage(request);
        call.halfClose();
        return listener;
    }

    void cancel() {
        call.cancel("the user was cut off", null);
    }

    @Override
    public void onHeaders(Metadata received) {
        headers = received;
    }

    @Override
    public void onMessage(DynamicMessage received) {
        message = received;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        double milliseconds = (System.nanoTime() - start) / 1e6;
        Status end = status.isOk() && message == null
                ? Status.INTERNAL.withDescription("the server sent no message")
                : status;
        long received = message == null ? 0 : message.getSerializedSize() + (long) Reply.MESSAGE_PREFIX;
        done.accept(new Reply(end, end.isOk() ? message : null, headers, trailers, milliseconds, sent, received));
    }
}
