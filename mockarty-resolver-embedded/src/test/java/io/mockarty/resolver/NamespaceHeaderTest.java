package io.mockarty.resolver;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamespaceHeaderTest {

    private final MockartyServer server = MockartyServer.start();
    private final MockartyServer shop = server.inNamespace("shop");

    @BeforeEach
    void stub() {
        server.stub(get("/a").respond(ok().text("root")));
        shop.stub(get("/a").respond(ok().text("shop")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawClient.Answer ask(String target, String... headers) {
        return RawClient.exchange(server.serverUrl().getPort(), head("GET", target, headers));
    }

    @Test
    void finds_a_namespace_at_the_root() {
        assertThat(server.serverUrl()).hasToString("http://127.0.0.1:" + server.port());
        assertThat(shop.serverUrl()).isEqualTo(server.serverUrl());
        assertThat(ask("/a", "X-Mockarty-Namespace: shop").text()).isEqualTo("shop");
        assertThat(ask("/a").text()).isEqualTo("root");
    }

    @Test
    void is_found_in_any_case_and_with_space_around_its_value() {
        assertThat(ask("/a", "x-mockarty-NAMESPACE:   shop  ").text()).isEqualTo("shop");
    }

    @Test
    void an_unknown_name_is_answered_with_404_that_names_it() {
        RawClient.Answer answer = ask("/a", "X-Mockarty-Namespace: nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("namespace \\\"nowhere\\\" does not exist; mocks are under /stubs/{namespace}/");
        assertThat(server.namespaces().find("nowhere")).isEmpty();
    }

    @Test
    void a_path_wins_over_the_header() {
        assertThat(ask("/stubs/sandbox/a", "X-Mockarty-Namespace: shop").text()).isEqualTo("root");
    }

    @Test
    void a_port_of_one_namespace_ignores_the_header() {
        try (NamespacePort port = shop.openPort()) {
            assertThat(RawClient.exchange(port.port(), head("GET", "/a", "X-Mockarty-Namespace: sandbox"))
                            .text())
                    .isEqualTo("shop");
        }
    }

    @Test
    void health_with_a_header_is_asked_of_the_namespace() {
        assertThat(ask("/health", "X-Mockarty-Namespace: shop").status()).isEqualTo(404);
        assertThat(ask("/health").status()).isEqualTo(200);
    }

    @Test
    void the_answer_without_a_root_namespace_tells_of_the_header() {
        try (MockartyServer rootless =
                MockartyServer.builder().rootNamespace(null).start()) {
            rootless.stub(get("/a").respond(ok().text("found")));
            assertThat(RawClient.exchange(rootless.port(), head("GET", "/a")).text())
                    .contains("nothing is served at /a; mocks are under /stubs/{namespace}/, or in the namespace that "
                            + "the header X-Mockarty-Namespace names");
            assertThat(RawClient.exchange(rootless.port(), head("GET", "/a", "X-Mockarty-Namespace: sandbox"))
                            .text())
                    .isEqualTo("found");
        }
    }
}
