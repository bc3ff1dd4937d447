package io.mockarty.resolver;

import static io.mockarty.journal.Times.exactly;
import static io.mockarty.journal.Times.never;
import static io.mockarty.journal.Times.once;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.http.HttpLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettleTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final MockartyServer server = MockartyServer.builder()
            .limits(HttpLimits.defaults().withMaxBodyBytes(100))
            .start();

    @BeforeEach
    void stub() {
        server.stub(post("/a").respond(ok().text("done")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static RawClient begin(MockartyServer view, String... headers) {
        String path = view.baseUrl().getRawPath() + "/a";
        return new RawClient(view.port()).send(head("POST", path, headers) + "1");
    }

    private static void inFlight(MockartyServer view, int count) {
        Await.until(
                count + " requests are in flight",
                () -> view.namespace().inFlight().count() == count);
    }

    @Test
    void waits_for_a_request_whose_body_is_still_coming() {
        try (RawClient client = begin(server, "Content-Length: 10")) {
            inFlight(server, 1);
            CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> server.settle(LONG));
            assertThat(settled).isNotDone();
            server.verify(post("/a"), never());

            client.send("234567890");

            assertThat(settled).succeedsWithin(LONG);
            server.verify(post("/a"), once());
        }
    }

    @Test
    void gives_up_on_a_body_that_never_comes() {
        try (RawClient client = begin(server, "Content-Length: 10")) {
            inFlight(server, 1);

            server.settle(Duration.ofMillis(50));

            server.verify(post("/a"), never());
            client.send("234567890");
            assertThat(client.read().text()).isEqualTo("done");
        }
    }

    @Test
    void does_not_wait_for_requests_of_other_namespaces() {
        MockartyServer other = server.inNamespace("other");
        try (RawClient client = begin(other, "Content-Length: 10")) {
            inFlight(other, 1);

            server.settle(Duration.ofDays(1));

            assertThat(other.namespace().inFlight().count()).isEqualTo(1);
            client.send("234567890").read();
        }
    }

    @Test
    void has_no_longest_wait() {
        server.settle(Duration.ofDays(1_000_000_000));

        assertThat(server.journal().all()).isEmpty();
    }

    @Test
    void counts_what_has_reached_the_server_on_an_open_connection() {
        try (RawClient client = new RawClient(server.port())) {
            for (int i = 1; i <= 300; i++) {
                client.send(head("POST", "/a", "Content-Length: 1") + "1");
                server.settle(LONG);
                server.verify(post("/a"), exactly(i));
            }
        }
    }

    @Test
    void nothing_is_in_flight_after_a_body_that_is_too_large() {
        try (RawClient announced = begin(server, "Content-Length: 101");
                RawClient found = begin(server, "Transfer-Encoding: chunked")) {
            found.send("00\r\n" + "x".repeat(0x100) + "\r\n");
            assertThat(announced.read().status()).isEqualTo(413);
            assertThat(found.read().status()).isEqualTo(413);

            inFlight(server, 0);
        }
    }

    @Test
    void nothing_is_in_flight_after_broken_gzip() {
        try (RawClient client = begin(server, "Content-Encoding: gzip", "Content-Length: 1")) {
            assertThat(client.read().status()).isEqualTo(400);

            inFlight(server, 0);
        }
    }

    @Test
    void nothing_is_in_flight_after_broken_chunks() {
        try (RawClient client = begin(server, "Transfer-Encoding: chunked")) {
            inFlight(server, 1);
            client.send("f".repeat(20) + "\r\n");

            inFlight(server, 0);
        }
    }

    @Test
    void nothing_is_in_flight_when_the_client_has_left_in_the_body() {
        try (RawClient client = begin(server, "Content-Length: 10")) {
            inFlight(server, 1);
            client.close();

            inFlight(server, 0);
        }
    }

    @Test
    void nothing_is_in_flight_when_the_client_has_reset_the_connection_in_the_body() throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write((head("POST", "/a", "Content-Length: 10") + "1").getBytes(StandardCharsets.US_ASCII));
            inFlight(server, 1);
        }

        inFlight(server, 0);
    }

    @Test
    void nothing_is_in_flight_when_the_client_has_left_instead_of_going_on() {
        try (RawClient client = new RawClient(server.port())) {
            client.send(head("POST", "/a", "Content-Length: 10", "Expect: 100-continue"));
            assertThat(client.readHead().status()).isEqualTo(100);
            inFlight(server, 1);
            client.close();

            inFlight(server, 0);
        }
    }

    @Test
    void nothing_is_in_flight_after_the_time_for_a_request() {
        HttpLimits limits = HttpLimits.defaults().withRequestTimeout(Duration.ofMillis(100));
        try (MockartyServer strict = MockartyServer.builder().limits(limits).start();
                RawClient client = begin(strict, "Content-Length: 10")) {
            assertThat(client.readToEnd()).isEmpty();

            inFlight(strict, 0);
        }
    }

    @Test
    void nothing_is_in_flight_when_the_port_was_closed_in_the_body() {
        try (NamespacePort port = server.openPort();
                RawClient client = new RawClient(port.port())) {
            client.send(head("POST", "/a", "Content-Length: 10") + "1");
            inFlight(server, 1);

            port.close();

            inFlight(server, 0);
        }
    }
}
