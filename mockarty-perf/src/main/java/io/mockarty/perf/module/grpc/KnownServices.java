package io.mockarty.perf.module.grpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.mockarty.perf.module.ScriptException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one server told about its services: asked once, whatever the number of users. An answer that failed is asked for
 * again by the next who wants it. Thread-safe.
 */
final class KnownServices {

    private final AtomicReference<@Nullable CompletableFuture<ServiceCatalog>> answer = new AtomicReference<>();

    /** Names the server and what it is asked with. */
    record Key(String address, Map<String, List<String>> metadata) {

        static Key of(ConnectOptions options) {
            Map<String, List<String>> metadata = new java.util.TreeMap<>();
            options.reflectMetadata()
                    .forEach((name, values) -> metadata.put(
                            name, values.stream().map(Key::comparable).toList()));
            return new Key(options.address(), metadata);
        }

        private static String comparable(Object value) {
            return value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : value.toString();
        }
    }

    /**
     * {@return the services}
     *
     * @param connection asks when nobody else has
     * @throws StatusException when the server cannot be asked
     */
    ServiceCatalog ask(GrpcConnection connection) throws StatusException {
        while (true) {
            CompletableFuture<ServiceCatalog> known = answer.get();
            if (known != null && !known.isCompletedExceptionally()) {
                try {
                    return await(known);
                } catch (ExecutionException e) {
                    // Who asked may have been cut off; now ask oneself.
                    continue;
                }
            }
            CompletableFuture<ServiceCatalog> mine = new CompletableFuture<>();
            if (answer.compareAndSet(known, mine)) {
                Reflection.ask(connection, mine);
                try {
                    return await(mine);
                } catch (ExecutionException e) {
                    throw failure(e.getCause() == null ? e : e.getCause());
                } finally {
                    // The others must not wait for somebody who was cut off.
                    mine.completeExceptionally(Status.CANCELLED.asException());
                }
            }
        }
    }

    private static ServiceCatalog await(CompletableFuture<ServiceCatalog> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException("grpc: the call was cut off", e);
        }
    }

    private static StatusException failure(Throwable cause) {
        if (cause instanceof StatusException status) {
            return status;
        }
        if (cause instanceof ScriptException problem) {
            throw problem;
        }
        return Status.INTERNAL
                .withDescription(String.valueOf(cause.getMessage()))
                .withCause(cause)
                .asException();
    }
}
