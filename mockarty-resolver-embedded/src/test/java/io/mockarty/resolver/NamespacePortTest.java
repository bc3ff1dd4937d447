package io.mockarty.resolver;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespacePortTest {

    private final MockartyServer server = MockartyServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private MockartyServer view(String name) {
        MockartyServer view = server.inNamespace(name);
        view.stub(get("/").respond(ok().text(name)));
        return view;
    }

    private static String ask(int port) {
        return RawClient.exchange(port, head("GET", "/")).text();
    }

    @Test
    void stands_where_it_was_asked_to() {
        MockartyServer shop = view("shop");
        int number = freePort();

        try (NamespacePort port = shop.openPort(number)) {
            assertThat(port.port()).isEqualTo(number);
            assertThat(port.baseUrl()).hasToString("http://127.0.0.1:" + number);
            assertThat(ask(number)).isEqualTo("shop");
        }
    }

    /** A port that was free a moment ago. */
    private int freePort() {
        try (NamespacePort port = server.openPort()) {
            return port.port();
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_host() {
        MockartyServer shop = view("shop");

        assertThatThrownBy(() -> shop.openPort(server.port()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("port " + server.port()
                        + " on 127.0.0.1 is taken or not allowed (expected: a free port, or 0 to have one chosen)");
        assertThat(RawClient.exchange(server.port(), head("GET", "/stubs/shop/"))
                        .text())
                .isEqualTo("shop");
    }

    @Test
    void a_number_that_is_no_port_is_refused() {
        for (int number : new int[] {-1, 65_536}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> server.openPort(number))
                    .withMessage("port: " + number + " (expected: 0..65535)");
        }
    }

    @Test
    void closes_the_connections_to_it_and_no_others() {
        MockartyServer shop = view("shop");
        try (NamespacePort port = shop.openPort();
                NamespacePort other = shop.openPort();
                RawClient client = new RawClient(port.port());
                RawClient onOther = new RawClient(other.port())) {
            assertThat(client.get("/").read().text()).isEqualTo("shop");
            assertThat(onOther.get("/").read().text()).isEqualTo("shop");

            port.close();

            assertThat(client.isClosedByServer()).isTrue();
            assertThat(onOther.get("/").read().text()).isEqualTo("shop");
        }
    }

    @Test
    void closes_connections_that_speak_http_2() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        int number;
        try (NamespacePort port = view("one").openPort()) {
            number = port.port();
            HttpResponse<String> response = send(client, number);
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).isEqualTo("one");
        }
        try (NamespacePort port = view("two").openPort(number)) {
            Await.until("the client has seen the end of its connection", () -> isAnswered(client, port.port(), "two"));
        }
    }

    private static HttpResponse<String> send(HttpClient client, int port) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + port + "/");
        return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    /** Whether there is an answer, which then must be as expected. */
    private static boolean isAnswered(HttpClient client, int port, String expected) {
        try {
            assertThat(send(client, port).body()).isEqualTo(expected);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    @Test
    void opened_again_on_the_same_number_it_serves_the_new_namespace() {
        MockartyServer one = view("one");
        MockartyServer two = view("two");
        int number = one.openPort().port();
        try (RawClient client = new RawClient(number)) {
            assertThat(client.get("/").read().text()).isEqualTo("one");
            one.close();
            assertThat(client.isClosedByServer()).isTrue();
        }

        try (NamespacePort port = two.openPort(number);
                RawClient client = new RawClient(number)) {
            assertThat(port.port()).isEqualTo(number);
            assertThat(client.get("/").read().text()).isEqualTo("two");
        }
    }

    @Test
    void closed_once_more_it_leaves_the_port_to_whoever_opened_it_since() {
        NamespacePort old = view("one").openPort();
        old.close();

        try (NamespacePort port = view("two").openPort(old.port())) {
            old.close();
            assertThat(ask(port.port())).isEqualTo("two");
        }
    }

    @Test
    void closed_after_its_namespace_it_leaves_the_port_to_whoever_opened_it_since() {
        MockartyServer one = view("one");
        NamespacePort old = one.openPort();
        one.close();

        try (NamespacePort port = view("two").openPort(old.port())) {
            old.close();
            assertThat(ask(port.port())).isEqualTo("two");
        }
    }
}
