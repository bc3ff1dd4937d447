package io.mockarty.resolver.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.resolver.Await;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.RawClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DelayTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void keeps_5000_delayed_answers_in_flight_on_a_handful_of_threads() {
        try (MockartyServer server = MockartyServer.start()) {
            server.stub(get("/slow").respond(ok().text("slow").delay(Duration.ofMillis(300))));
            List<RawClient> clients = new ArrayList<>();
            RawClient.exchange(server.port(), head("GET", "/none"));
            int before = Thread.activeCount();
            int most = before;
            String five = head("GET", "/slow").repeat(5);
            for (int i = 0; i < 1_000; i++) {
                clients.add(new RawClient(server.port()).send(five));
                most = Math.max(most, Thread.activeCount());
            }
            for (RawClient client : clients) {
                for (int i = 0; i < 5; i++) {
                    assertThat(client.read().text()).isEqualTo("slow");
                }
                client.close();
            }
            assertThat(most - before).isLessThan(50);
        }
    }

    @Test
    void keeps_5000_delayed_answers_in_flight_on_one_connection_of_http_2() throws Exception {
        try (MockartyServer server = MockartyServer.start()) {
            server.stub(get("/slow").respond(ok().text("slow").delay(Duration.ofMillis(300))));
            server.stub(get("/first").respond(ok()));
            ExecutorService executor = Executors.newFixedThreadPool(2);
            HttpClient client = HttpClient.newBuilder().executor(executor).build();
            client.send(
                    HttpRequest.newBuilder(URI.create(server.baseUrl() + "/first"))
                            .build(),
                    BodyHandlers.ofString());
            int before = Thread.activeCount();
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/slow"))
                    .build();
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                answers.add(client.sendAsync(request, BodyHandlers.ofString())
                        .thenApply(response -> response.version() + response.body()));
            }
            int during = Thread.activeCount();
            for (CompletableFuture<String> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("HTTP_2slow");
            }
            assertThat(during - before).isLessThan(50);
            executor.shutdown();
        }
    }

    @Test
    void a_stop_waits_for_answers_in_flight() {
        MockartyServer server =
                MockartyServer.builder().stopTimeout(Duration.ofSeconds(10)).start();
        server.stub(get("/slow").respond(ok().text("made it").delay(Duration.ofMillis(300))));
        try (RawClient client = new RawClient(server.port()).get("/slow")) {
            awaitOne(server);
            server.close();
            assertThat(client.read().text()).isEqualTo("made it");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void a_stop_cuts_answers_that_take_too_long() {
        MockartyServer server =
                MockartyServer.builder().stopTimeout(Duration.ofMillis(50)).start();
        server.stub(get("/slow").respond(ok().text("never").delay(LONG)));
        try (RawClient client = new RawClient(server.port()).get("/slow")) {
            awaitOne(server);
            server.close();
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void a_stop_does_not_wait_for_clients_that_have_left() {
        MockartyServer server = MockartyServer.builder().stopTimeout(LONG).start();
        server.stub(get("/slow").respond(ok().text("x").delay(Duration.ofMillis(100))));
        for (int i = 0; i < 5; i++) {
            try (RawClient client = new RawClient(server.port()).get("/slow");
                    RawClient half = new RawClient(server.port())) {
                half.send(head("POST", "/slow", "Content-Length: 100") + "abc");
            }
        }
        Await.until("the requests arrived", () -> server.journal().all().size() >= 5);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        Await.until("the server stopped", stopped::isDone);
    }

    @Test
    void a_stop_refuses_new_connections_while_it_waits() {
        MockartyServer server =
                MockartyServer.builder().stopTimeout(Duration.ofSeconds(10)).start();
        int port = server.port();
        server.stub(get("/slow").respond(ok().text("made it").delay(Duration.ofMillis(500))));
        try (RawClient client = new RawClient(port).get("/slow")) {
            awaitOne(server);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            Await.until("connections are refused", () -> isRefused(port));
            assertThat(client.read().text()).isEqualTo("made it");
            Await.until("the server stopped", stopped::isDone);
        }
        assertThatThrownBy(() -> new RawClient(port).close()).hasMessageContaining("refused");
    }

    private static boolean isRefused(int port) {
        try {
            new RawClient(port).close();
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    private static void awaitOne(MockartyServer server) {
        Await.until("the request arrived", () -> !server.journal().all().isEmpty());
    }
}
