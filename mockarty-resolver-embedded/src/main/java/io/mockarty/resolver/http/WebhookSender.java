package io.mockarty.resolver.http;

import io.mockarty.mock.Webhook;
import io.mockarty.render.WebhookCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends webhooks over HTTP, with their timeouts and retries, on threads of the client that is made for the first of
 * them. Failures are logged, never thrown. Thread-safe.
 */
final class WebhookSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int FIRST_ERROR_STATUS = 400;

    private volatile @Nullable HttpClient client;
    private volatile boolean closed;

    /** Sends messages side by side; the stage completes when all were sent or given up. */
    CompletionStage<@Nullable Void> sendAll(List<WebhookCall> calls) {
        if (calls.isEmpty() || closed) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.allOf(calls.stream().map(this::send).toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<?> send(WebhookCall call) {
        if (call.webhook().type() != Webhook.Type.HTTP) {
            LOG.warn(
                    "webhook of type {} not sent: this server sends http only",
                    call.webhook().type().literal());
            return CompletableFuture.completedFuture(null);
        }
        try {
            return attempt(call, request(call), call.webhook().retryCount());
        } catch (IllegalArgumentException e) {
            LOG.warn("webhook to \"{}\" not sent: {}", call.url(), e.getMessage());
            return CompletableFuture.completedFuture(null);
        }
    }

    private CompletableFuture<?> attempt(WebhookCall call, HttpRequest request, int retriesLeft) {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<HttpResponse<Void>> exchange =
                client().sendAsync(request, HttpResponse.BodyHandlers.discarding());
        // The timeout of a request ends with the head of its answer; this one holds for the body, too.
        return exchange.copy()
                .orTimeout(timeoutMillis(call.webhook()), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> exchange.cancel(true))
                .handle((response, failure) -> problem(response, failure))
                .thenCompose(problem -> {
                    if (problem.isEmpty()) {
                        return CompletableFuture.completedFuture(null);
                    }
                    if (retriesLeft == 0 || closed) {
                        LOG.warn("webhook to {} given up: {}", call.url(), problem);
                        return CompletableFuture.completedFuture(null);
                    }
                    return CompletableFuture.supplyAsync(() -> "retry", later(call))
                            .thenCompose(retry -> attempt(call, request, retriesLeft - 1));
                });
    }

    private static Executor later(WebhookCall call) {
        return CompletableFuture.delayedExecutor(call.webhook().retryDelay(), TimeUnit.MILLISECONDS);
    }

    private static String problem(@Nullable HttpResponse<?> response, @Nullable Throwable failure) {
        if (response == null) {
            return String.valueOf(failure);
        }
        return response.statusCode() < FIRST_ERROR_STATUS ? "" : "status " + response.statusCode();
    }

    private static HttpRequest request(WebhookCall call) {
        Webhook webhook = call.webhook();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.url()))
                .timeout(Duration.ofMillis(timeoutMillis(webhook)))
                .method(webhook.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static long timeoutMillis(Webhook webhook) {
        return Math.max(1, webhook.timeout());
    }

    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            client = known;
        }
        return known;
    }

    @Override
    public void close() {
        closed = true;
        client = null;
    }
}
