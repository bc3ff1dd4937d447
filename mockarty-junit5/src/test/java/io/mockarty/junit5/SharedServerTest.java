package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mockarty.namespace.Namespace;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.NamespacePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SharedServerTest {

    @Test
    void all_classes_of_a_run_share_one_server() {
        Seen.PORTS.clear();
        Runs.of(First.class, Second.class).testEvents().assertStatistics(stats -> stats.succeeded(4));

        assertThat(Seen.PORTS).hasSize(1);
    }

    @Test
    void the_server_ends_with_the_run() {
        Seen.PORTS.clear();
        Runs.of(First.class);

        assertThat(Seen.PORTS)
                .singleElement()
                .satisfies(port -> assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(() -> Http.get("http://127.0.0.1:" + port + "/health")));
    }

    @Test
    void the_namespace_of_a_test_ends_with_the_test_even_when_it_fails() {
        Runs.of(Failing.class).testEvents().assertStatistics(stats -> stats.failed(3));

        assertThat(Failing.NAMESPACES_DURING_TESTS).hasSize(3);
        assertThat(Failing.NAMESPACES_AFTER_THE_LAST)
                .contains("sandbox")
                .doesNotContainAnyElementsOf(Failing.NAMESPACES_DURING_TESTS);
    }

    @Test
    void a_port_opened_by_a_test_ends_with_the_test() {
        Runs.of(OpensAPort.class).testEvents().assertStatistics(stats -> stats.succeeded(1));

        assertThat(OpensAPort.URLS_THAT_STILL_ANSWER).isEmpty();
    }

    /** What the test classes below saw. */
    static final class Seen {

        static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

        private Seen() {}
    }

    @MockartyTest
    static class First {

        @RepeatedTest(2)
        void looks_at_the_port(MockartyServer mocks) {
            Seen.PORTS.add(mocks.port());
        }
    }

    @MockartyTest
    static class Second {

        @RepeatedTest(2)
        void looks_at_the_port(@MockartyUrl URI url) {
            Seen.PORTS.add(url.getPort());
        }
    }

    @MockartyTest
    static class Failing {

        static final Set<String> NAMESPACES_DURING_TESTS = ConcurrentHashMap.newKeySet();
        static final List<String> NAMESPACES_AFTER_THE_LAST = new CopyOnWriteArrayList<>();
        private static final List<MockartyServer> SERVERS = new CopyOnWriteArrayList<>();

        @RepeatedTest(3)
        void fails(MockartyServer mocks) {
            SERVERS.add(mocks);
            NAMESPACES_DURING_TESTS.add(mocks.namespace().name());
            assertThat(mocks.namespace().size()).isPositive();
        }

        @AfterAll
        static void look() {
            SERVERS.get(0).namespaces().all().stream().map(Namespace::name).forEach(NAMESPACES_AFTER_THE_LAST::add);
        }
    }

    @MockartyTest
    static class OpensAPort {

        static final List<URI> URLS_THAT_STILL_ANSWER = new CopyOnWriteArrayList<>();
        private static final List<URI> URLS = new CopyOnWriteArrayList<>();

        @Test
        void opens_a_port(MockartyServer mocks) {
            mocks.stub(get("/hello").respond(ok()));
            NamespacePort port = mocks.openPort();
            assertThat(Http.get(port.baseUrl() + "/hello").statusCode()).isEqualTo(200);
            URLS.add(port.baseUrl());
        }

        @AfterAll
        static void look() {
            for (URI url : URLS) {
                // A new connection; one that is open stays open.
                try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                    assertThat(socket.isConnected()).isTrue();
                    URLS_THAT_STILL_ANSWER.add(url);
                } catch (IOException e) {
                    assertThat(e).isInstanceOf(ConnectException.class);
                }
            }
        }
    }
}
