package io.mockarty.perf.module.grpc;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Empty;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import io.mockarty.perf.module.ScriptException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A connection to one server. Used by one user. */
final class GrpcConnection implements AutoCloseable {

    /** How long to wait for the words of a failure that is already known. */
    private static final Duration FOR_WORDS = Duration.ofSeconds(2);

    private final ConnectOptions options;
    private final ManagedChannel channel;

    private GrpcConnection(ConnectOptions options, ManagedChannel channel) {
        this.options = options;
        this.channel = channel;
    }

    static GrpcConnection open(ConnectOptions options, boolean trustAnyone) {
        return new GrpcConnection(options, options.open(trustAnyone));
    }

    ConnectOptions options() {
        return options;
    }

    ManagedChannel channel() {
        return channel;
    }

    ClientCall<DynamicMessage, DynamicMessage> call(
            MethodDescriptor<DynamicMessage, DynamicMessage> method, CallParams params) {
        return channel.newCall(method, params.toCallOptions(options));
    }

    /** Waits until the connection stands. */
    Status connect() {
        long end = System.nanoTime() + options.timeout().toNanos();
        while (true) {
            ConnectivityState state = channel.getState(true);
            if (state == ConnectivityState.READY) {
                return Status.OK;
            }
            if (state == ConnectivityState.SHUTDOWN) {
                return Status.UNAVAILABLE.withDescription("the connection is closed");
            }
            if (state == ConnectivityState.TRANSIENT_FAILURE) {
                Status reason = reason();
                if (reason.getCode() == Status.Code.UNAVAILABLE || reason.getCode() == Status.Code.DEADLINE_EXCEEDED) {
                    return Status.UNAVAILABLE.withDescription(options.address() + ": " + Reply.describe(reason));
                }
            }
            if (!changes(state, end - System.nanoTime())) {
                return Status.DEADLINE_EXCEEDED.withDescription(options.address() + ": not connected within "
                        + options.timeout().toMillis() + " ms");
            }
        }
    }

    private boolean changes(ConnectivityState state, long nanos) {
        CountDownLatch changed = new CountDownLatch(1);
        channel.notifyWhenStateChanged(state, changed::countDown);
        try {
            return changed.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw cutOff(e);
        }
    }

    /** A call over a connection that failed ends at once and says why the connection failed. */
    private Status reason() {
        MethodDescriptor<Empty, Empty> nothing = MethodDescriptor.<Empty, Empty>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("mockarty.Nothing/Nothing")
                .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .build();
        ClientCall<Empty, Empty> call = channel.newCall(
                nothing, CallOptions.DEFAULT.withDeadlineAfter(FOR_WORDS.toMillis(), TimeUnit.MILLISECONDS));
        java.util.concurrent.CompletableFuture<Status> end = new java.util.concurrent.CompletableFuture<>();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                new Metadata());
        call.sendMessage(Empty.getDefaultInstance());
        call.halfClose();
        call.request(1);
        return await(end, () -> call.cancel("the user was cut off", null));
    }

    /** Waits for something that other threads bring. */
    static <T> T await(Future<T> future, Runnable cancel) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            cancel.run();
            throw cutOff(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ScriptException problem
                    ? problem
                    : new ScriptException("grpc: " + e.getCause(), e.getCause());
        }
    }

    private static ScriptException cutOff(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ScriptException("grpc: the call was cut off", e);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
