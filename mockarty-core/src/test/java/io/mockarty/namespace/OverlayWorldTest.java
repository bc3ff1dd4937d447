package io.mockarty.namespace;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.engine.MockEngine;
import io.mockarty.mock.Mock;
import io.mockarty.request.Requests;
import io.mockarty.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlayWorldTest {

    private final Namespaces namespaces = Worlds.create();
    private final MockEngine engine = new MockEngine(namespaces);
    private final Namespace base = namespaces.open("base");
    private final Namespace overlay = open("overlay", base, null, null);

    private Namespace open(String name, @Nullable Namespace below, @Nullable Stores stores, @Nullable Long seed) {
        return namespaces.create(name, new NamespaceOptions(below, stores, seed));
    }

    private String body(Namespace namespace, String target) {
        byte[] body = engine.handle(namespace, Requests.get(target)).reply().body();
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void stores_are_apart_unless_asked_otherwise() {
        base.save(get("/a")
                .chain("c")
                .extractGlobal("g", 1)
                .extractChain("k", 2)
                .respond(ok())
                .build());

        body(overlay, "/a");

        assertThat(overlay.stores().global().get("g")).hasToString("1");
        assertThat(overlay.stores().chain("c").get("k")).hasToString("2");
        assertThat(base.stores().global().asMap()).isEmpty();
        assertThat(base.stores().chain("c").asMap()).isEmpty();
    }

    @Test
    void shared_stores_are_the_same_stores() {
        Namespace sharing = open("sharing", base, base.stores(), null);
        base.save(get("/a").extractGlobal("g", 1).respond(ok()).build());

        body(sharing, "/a");

        assertThat(base.stores().global().get("g")).hasToString("1");
    }

    @Test
    void closing_an_overlay_leaves_stores_that_it_shares() {
        open("sharing", base, base.stores(), null);
        base.stores().global().put("g", 1);

        namespaces.close("sharing");

        assertThat(base.stores().global().get("g")).hasToString("1");
    }

    @Test
    void closing_an_overlay_clears_its_own_stores_only() {
        base.stores().global().put("g", 1);
        overlay.stores().global().put("o", 1);

        namespaces.close("overlay");

        assertThat(overlay.stores().global().asMap()).isEmpty();
        assertThat(base.stores().global().get("g")).hasToString("1");
    }

    @Test
    void its_clock_follows_that_of_the_base_until_it_is_set() {
        base.clock().advance(Duration.ofHours(1));
        assertThat(overlay.clock().instant()).isEqualTo(Worlds.NOON.plusSeconds(3_600));

        overlay.clock().freeze(Instant.EPOCH);
        base.clock().advance(Duration.ofHours(1));

        assertThat(overlay.clock().instant()).isEqualTo(Instant.EPOCH);
        overlay.clock().reset();
        assertThat(overlay.clock().instant()).isEqualTo(Worlds.NOON.plusSeconds(7_200));
    }

    @Test
    void a_clock_that_was_advanced_keeps_its_distance_from_the_base() {
        overlay.clock().advance(Duration.ofMinutes(5));

        base.clock().freeze(Instant.EPOCH);

        assertThat(overlay.clock().instant()).isEqualTo(Instant.EPOCH.plusSeconds(300));
        assertThat(base.clock().instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void mocks_of_the_base_expire_by_its_own_clock() {
        base.save(
                get("/a").ttl(Duration.ofSeconds(10)).respond(ok().text("here")).build());

        overlay.clock().advance(Duration.ofSeconds(10));

        assertThat(body(overlay, "/a")).contains("not_found");
        assertThat(body(base, "/a")).isEqualTo("here");
    }

    @Test
    void a_fixed_seed_makes_namespaces_of_any_name_answer_the_same_bytes() {
        Namespace one = open("one", base, null, 42L);
        Namespace two = open("two", base, null, 42L);
        Namespace other = open("other", base, null, 43L);
        base.save(get("/a")
                .respond(ok().text("$.fake.UUID $.fake.FirstName $.fake.Email"))
                .build());

        for (int i = 0; i < 5; i++) {
            assertThat(body(two, "/a")).isEqualTo(body(one, "/a")).isNotEqualTo(body(other, "/a"));
        }
    }

    @Test
    void without_a_seed_each_name_has_its_own() {
        assertThat(overlay.seed())
                .isNotEqualTo(base.seed())
                .isEqualTo(Worlds.create().open("overlay").seed());
    }

    @Test
    void one_of_several_answers_is_picked_from_the_start_in_each_overlay() {
        Namespace sibling = open("sibling", base, null, null);
        base.save(get("/a")
                .respondInOrder(ok().text("first"), ok().text("second"))
                .build());

        assertThat(body(overlay, "/a")).isEqualTo("first");
        assertThat(body(overlay, "/a")).isEqualTo("second");
        assertThat(body(sibling, "/a")).isEqualTo("first");
        assertThat(body(base, "/a")).isEqualTo("first");
        assertThat(body(overlay, "/a")).isEqualTo("first");
    }

    @Test
    void standing_on_another_base_it_answers_from_that_one_and_forgets_the_counts() {
        Namespace next = namespaces.open("next");
        base.save(get("/a").id("once").times(1).respond(ok().text("base")).build());
        next.save(get("/b").respond(ok().text("next")).build());
        overlay.save(get("/own").respond(ok().text("own")).build());
        assertThat(body(overlay, "/a")).isEqualTo("base");

        overlay.rebase(next);

        assertThat(overlay.base()).isSameAs(next);
        assertThat(body(overlay, "/a")).contains("not_found");
        assertThat(body(overlay, "/b")).isEqualTo("next");
        assertThat(body(overlay, "/own")).isEqualTo("own");
        overlay.rebase(base);
        assertThat(body(overlay, "/a")).isEqualTo("base");
    }

    @Test
    void a_namespace_without_base_can_be_put_over_one() {
        Namespace alone = namespaces.open("alone");
        Mock saved = base.save(get("/a").respond(ok()).build());
        assertThat(alone.base()).isNull();

        alone.rebase(base);

        assertThat(alone.mocks()).extracting(LiveMock::id).containsExactly(saved.id());
    }

    @Test
    void a_namespace_cannot_stand_on_itself_or_on_its_overlay() {
        Namespace top = open("top", overlay, null, null);

        for (Namespace above : List.of(base, overlay, top)) {
            assertThatThrownBy(() -> base.rebase(above))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("base: \"" + above + "\" (expected: a namespace that does not stand on \"base\")");
        }
        assertThat(base.base()).isNull();
    }

    @Test
    void closing_an_overlay_leaves_nothing_even_to_whoever_still_holds_it() {
        base.save(get("/a").respond(ok().text("base")).build());
        body(overlay, "/a");

        namespaces.close("overlay");

        assertThat(overlay.base()).isNull();
        assertThat(overlay.mocks()).isEmpty();
        assertThat(overlay.journal().all()).isEmpty();
        assertThat(body(base, "/a")).isEqualTo("base");
        assertThat(base.journal().all()).hasSize(2);
    }
}
