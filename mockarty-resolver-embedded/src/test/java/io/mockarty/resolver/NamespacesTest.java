package io.mockarty.resolver;

import static io.mockarty.journal.Times.exactly;
import static io.mockarty.journal.Times.never;
import static io.mockarty.journal.Times.once;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespacesTest {

    private final MockartyServer server = MockartyServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String ask(MockartyServer view, String path) {
        String prefix = view.baseUrl().getRawPath();
        return RawClient.exchange(view.port(), head("GET", prefix + path)).text();
    }

    @Test
    void one_server_serves_many_under_their_paths() {
        for (String name : new String[] {"a", "b", "c"}) {
            server.inNamespace(name).stub(get("/users/:id").respond(ok().text(name + "$.pathParam.id")));
        }
        for (String name : new String[] {"a", "b", "c"}) {
            assertThat(ask(server.inNamespace(name), "/users/7")).isEqualTo(name + "7");
        }
    }

    @Test
    void forty_threads_with_one_each_see_their_own_answers_only() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "test-" + i;
            done.add(threads.submit(() -> {
                start.await();
                try (MockartyServer view = server.inNamespace(name);
                        RawClient client = new RawClient(server.port())) {
                    view.stub(get("/users/:id").respond(ok().text(name)));
                    for (int n = 0; n < 50; n++) {
                        assertThat(client.get("/stubs/" + name + "/users/" + n)
                                        .read()
                                        .text())
                                .isEqualTo(name);
                    }
                    view.verify(get("/users/:id"), exactly(50));
                    view.verify(get("/users/49"), once());
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : done) {
            one.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(server.namespaces().all()).hasSize(1);
    }

    @Test
    void closing_a_view_removes_the_namespace_and_leaves_the_server() {
        MockartyServer view = server.inNamespace("gone");
        view.stub(get("/").respond(ok().text("here")));
        assertThat(ask(view, "/")).isEqualTo("here");
        view.close();
        assertThat(RawClient.exchange(server.port(), head("GET", "/stubs/gone/"))
                        .text())
                .contains("not_found", "gone", "does not exist");
        assertThat(server.namespaces().find("gone")).isEmpty();
        server.stub(get("/").respond(ok().text("still here")));
        assertThat(ask(server, "/")).isEqualTo("still here");
    }

    @Test
    void closing_a_view_again_does_not_remove_a_namespace_made_since() {
        MockartyServer view = server.inNamespace("again");
        view.close();
        MockartyServer next = server.inNamespace("again");
        next.stub(get("/").respond(ok().text("next")));
        view.close();
        assertThat(ask(next, "/")).isEqualTo("next");
    }

    @Test
    void names_that_cannot_be_in_a_path_are_refused() {
        for (String name : new String[] {"", " ", "a/b", "a?b", "a#b", "a b"}) {
            assertThatThrownBy(() -> server.inNamespace(name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("namespace: \"" + name + "\"");
        }
    }

    @Test
    void a_port_of_its_own_has_the_namespace_at_the_root() {
        MockartyServer view = server.inNamespace("own");
        view.stub(get("/users").respond(ok().text("own")));
        int closed;
        try (NamespacePort port = view.openPort();
                NamespacePort second = view.openPort()) {
            assertThat(port.port()).isNotEqualTo(second.port()).isNotEqualTo(server.port());
            assertThat(RawClient.exchange(port.port(), head("GET", "/users")).text())
                    .isEqualTo("own");
            assertThat(RawClient.exchange(port.port(), head("GET", "/stubs/own/users"))
                            .status())
                    .isEqualTo(404);
            closed = port.port();
        }
        assertThatThrownBy(() -> new RawClient(closed).close()).hasMessageContaining("refused");
        assertThat(ask(view, "/users")).isEqualTo("own");
    }

    @Test
    void hundreds_of_ports_can_be_opened_and_closed() {
        server.stub(get("/").respond(ok().text("hi")));
        for (int i = 0; i < 200; i++) {
            try (NamespacePort port = server.openPort()) {
                assertThat(RawClient.exchange(port.port(), head("GET", "/")).text())
                        .isEqualTo("hi");
                port.close();
            }
        }
    }

    @Test
    void a_port_that_is_left_open_ends_with_the_server() {
        try (MockartyServer other = MockartyServer.start()) {
            int port = other.openPort().port();
            other.close();
            assertThatThrownBy(() -> new RawClient(port).close()).hasMessageContaining("refused");
        }
    }

    @Test
    void two_servers_do_not_know_of_each_other() {
        try (MockartyServer other = MockartyServer.start()) {
            Instant frozen = Instant.parse("2001-02-03T04:05:06Z");
            server.namespace().clock().freeze(frozen);
            server.stub(get("/x").respond(ok().text("mine")).extractGlobal("seen", "$.namespace"));
            assertThat(ask(server, "/x")).isEqualTo("mine");
            assertThat(server.namespace().stores().global().get("seen")).isEqualTo("sandbox");

            assertThat(ask(other, "/x")).contains("not_found");
            assertThat(other.namespace().clock().instant()).isAfter(frozen.plus(Duration.ofDays(365)));
            assertThat(other.namespace().stores().global().get("seen")).isNull();
            other.verify(get("/x"), once());
            server.verify(get("/x"), once());
            other.close();
            assertThat(ask(server, "/x")).isEqualTo("mine");
            server.verify(get("/y"), never());
        }
    }
}
