package io.mockarty.resolver;

import static io.mockarty.journal.Times.once;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.resolver.tls.Tls;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockartyServerTest {

    @Test
    void starts_on_a_free_port_of_the_loopback_address() {
        try (MockartyServer server = MockartyServer.start()) {
            assertThat(server.port()).isPositive();
            assertThat(server.baseUrl()).hasToString("http://127.0.0.1:" + server.port());
            assertThat(server.namespace().name()).isEqualTo("sandbox");
            server.stub(get("/").respond(ok().text("hi")));
            assertThat(RawClient.exchange(server.port(), head("GET", "/")).text())
                    .isEqualTo("hi");
            assertThat(RawClient.exchange(server.port(), head("GET", "/stubs/sandbox/"))
                            .text())
                    .isEqualTo("hi");
            assertThat(RawClient.exchange(server.port(), head("GET", "/stubs/sandbox"))
                            .text())
                    .isEqualTo("hi");
        }
    }

    @Test
    void closes_once_however_often_it_is_asked_to() {
        MockartyServer server = MockartyServer.start();
        int port = server.port();
        server.close();
        server.close();
        assertThatThrownBy(() -> new RawClient(port).close()).hasMessageContaining("refused");
    }

    @Test
    void says_clearly_that_a_port_is_taken() {
        try (MockartyServer first = MockartyServer.start()) {
            int port = first.port();
            assertThatThrownBy(() -> MockartyServer.builder().port(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + port + " on 127.0.0.1 is taken");
            assertThatThrownBy(() -> MockartyServer.builder()
                            .https(port, Tls.selfSigned())
                            .start())
                    .hasMessageContaining("port " + port + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void can_be_started_again_on_the_port_it_had() {
        int port = 0;
        for (int i = 0; i < 5; i++) {
            try (MockartyServer server = MockartyServer.builder().port(port).start();
                    RawClient client = new RawClient(server.port())) {
                server.stub(get("/").respond(ok().text("hi")));
                assertThat(client.get("/").read().text()).isEqualTo("hi");
                port = server.port();
            }
        }
    }

    @Test
    void refuses_ports_that_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MockartyServer.builder().port(65_536))
                .withMessage("port: 65536 (expected: 0..65535)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MockartyServer.builder().https(-1, Tls.selfSigned()))
                .withMessage("port: -1 (expected: 0..65535)");
    }

    @Test
    void says_clearly_that_a_host_is_not_one_of_this_machine() {
        assertThatThrownBy(() ->
                        MockartyServer.builder().host("no-such-host.invalid").start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such-host.invalid");
        assertThatThrownBy(() -> MockartyServer.builder().host("192.0.2.1").start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1", "localhost,127.0.0.1", "0.0.0.0,127.0.0.1"})
    void the_base_url_can_be_used_whatever_the_host(String host, String shown) {
        try (MockartyServer server =
                MockartyServer.builder().host(host).https(0, Tls.selfSigned()).start()) {
            assertThat(server.baseUrl()).hasToString("http://" + shown + ":" + server.port());
            assertThat(server.httpsUrl().toString()).startsWith("https://" + shown + ":");
            assertThat(server.inNamespace("a").baseUrl())
                    .hasToString("http://" + shown + ":" + server.port() + "/stubs/a");
            try (NamespacePort port = server.openPort()) {
                assertThat(port.baseUrl()).hasToString("http://" + shown + ":" + port.port());
            }
        }
    }

    @Test
    void the_base_url_escapes_what_a_namespace_is_called() {
        try (MockartyServer server = MockartyServer.start()) {
            for (String name : new String[] {"münchen", "100%", "a%2Fb", "a+b", "a;b", "{x}"}) {
                MockartyServer view = server.inNamespace(name);
                view.stub(get("/").respond(ok().text(name)));
                String path = view.baseUrl().getRawPath();
                assertThat(path).isASCII();
                assertThat(RawClient.exchange(server.port(), head("GET", path + "/"))
                                .text())
                        .isEqualTo(name);
            }
        }
    }

    @Test
    void https_is_not_there_unless_asked_for() {
        try (MockartyServer server = MockartyServer.start()) {
            assertThatThrownBy(server::httpsUrl)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no HTTPS port");
        }
    }

    @Test
    void another_namespace_may_stand_at_the_root() {
        try (MockartyServer server = MockartyServer.builder()
                .namespace("team")
                .rootNamespace("front")
                .start()) {
            server.stub(get("/").respond(ok().text("team")));
            server.inNamespace("front").stub(get("/").respond(ok().text("front")));
            assertThat(server.baseUrl().getPath()).isEqualTo("/stubs/team");
            assertThat(RawClient.exchange(server.port(), head("GET", "/")).text())
                    .isEqualTo("front");
            assertThat(RawClient.exchange(server.port(), head("GET", "/stubs/team/"))
                            .text())
                    .isEqualTo("team");
        }
    }

    @Test
    void a_verification_waits_for_a_request_of_another_thread() {
        try (MockartyServer server = MockartyServer.start()) {
            server.stub(get("/late").respond(ok()));
            CompletableFuture<Void> verified =
                    CompletableFuture.runAsync(() -> server.verify(get("/late")).was(once(), Duration.ofSeconds(10)));
            RawClient.exchange(server.port(), head("GET", "/late"));
            Await.until("it was verified", verified::isDone);
            verified.join();
        }
    }

    @Test
    void requests_of_a_thread_that_has_its_answer_can_be_verified_at_once() {
        try (MockartyServer server = MockartyServer.start();
                RawClient client = new RawClient(server.port())) {
            for (int i = 0; i < 200; i++) {
                client.get("/n/" + i).read();
                server.verify(get("/n/" + i), once());
            }
        }
    }

    @Test
    void starting_and_stopping_leaves_no_threads() {
        cycle();
        Set<String> before = threads();
        for (int i = 0; i < 50; i++) {
            cycle();
        }
        Await.until("threads are gone", () -> before.containsAll(threads()));
    }

    private static void cycle() {
        try (MockartyServer server = MockartyServer.start();
                RawClient client = new RawClient(server.port())) {
            server.stub(get("/").respond(ok().text("hi")));
            assertThat(client.get("/").read().text()).isEqualTo("hi");
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + "#" + thread.getId())
                .filter(name -> name.startsWith("mockarty") || name.startsWith("XNIO"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
