package io.mockarty.resolver;

import static io.mockarty.journal.Times.never;
import static io.mockarty.journal.Times.once;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverlayServerTest {

    private final MockartyServer server = MockartyServer.start();
    private final MockartyServer base = server.inNamespace("base");
    private final MockartyServer overlay =
            server.newNamespace("overlay").over(base).open();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String ask(MockartyServer view, String path) {
        return RawClient.exchange(view.port(), head("GET", view.baseUrl().getRawPath() + path))
                .text();
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        assertThatThrownBy(() -> server.newNamespace("base").over(server).open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("namespace: \"base\" (expected: a name that is not taken)");
    }

    @Test
    void answers_under_its_own_path_with_the_mocks_of_its_base() {
        base.stub(get("/a").respond(ok().text("base")));
        overlay.stub(get("/b").respond(ok().text("overlay")));

        assertThat(ask(overlay, "/a")).isEqualTo("base");
        assertThat(ask(overlay, "/b")).isEqualTo("overlay");
        assertThat(ask(base, "/b")).contains("not_found");
        base.verify(get("/a"), once());
        overlay.verify(get("/a"), once());
    }

    @Test
    void what_is_addressed_to_the_base_is_answered_by_its_one_overlay() {
        base.stub(get("/a").respond(ok().text("base")));
        overlay.stub(get("/a").respond(ok().text("overlay")));
        base.namespace().divertTo(overlay.namespace());

        try (NamespacePort port = base.openPort()) {
            assertThat(ask(base, "/a")).isEqualTo("overlay");
            assertThat(RawClient.exchange(port.port(), head("GET", "/a")).text())
                    .isEqualTo("overlay");
            assertThat(RawClient.exchange(server.port(), head("GET", "/a", "X-Mockarty-Namespace: base"))
                            .text())
                    .isEqualTo("overlay");
            overlay.close();
            assertThat(RawClient.exchange(port.port(), head("GET", "/a")).text())
                    .isEqualTo("base");
        }
    }

    @Test
    void what_is_addressed_to_the_base_is_answered_by_itself_when_two_overlays_ask() {
        MockartyServer second = server.newNamespace("second").over(base).open();
        base.stub(get("/a").respond(ok().text("base")));
        overlay.stub(get("/a").respond(ok().text("overlay")));
        base.namespace().divertTo(overlay.namespace());
        base.namespace().divertTo(second.namespace());

        assertThat(ask(base, "/a")).isEqualTo("base");
        overlay.verify(get("/a"), never());
        second.close();
        assertThat(ask(base, "/a")).isEqualTo("overlay");
    }

    @Test
    void stores_are_shared_when_asked() {
        MockartyServer sharing = server.newNamespace("sharing")
                .over(base)
                .sharingStoresOf(base)
                .seed(42)
                .open();
        base.stub(get("/a").extractGlobal("g", "1").respond(ok()));

        ask(sharing, "/a");
        sharing.close();

        assertThat(base.stores().global().get("g")).isEqualTo("1");
        assertThat(sharing.namespace().seed()).isEqualTo(42);
    }
}
