package io.mockarty.namespace;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.head;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.Mock;
import io.mockarty.mock.MockBuilder;
import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private final Namespaces namespaces = Worlds.create();
    private final Namespace base = namespaces.open("base");
    private final Namespace overlay = over("overlay", base);

    private Namespace over(String name, Namespace below) {
        return namespaces.create(name, new NamespaceOptions(below, null, null));
    }

    private static Mock save(Namespace namespace, MockBuilder mock) {
        return namespace.save(mock.build());
    }

    private static MockBuilder mock(String id, String route) {
        return get(route).id(id).respond(ok());
    }

    private static String chosen(Namespace namespace, MockRequest request) {
        LiveMock live = namespace.choose(request, namespace.clock().instant());
        return live == null ? "none" : live.id();
    }

    private static String chosen(Namespace namespace, String target) {
        return chosen(namespace, Requests.get(target));
    }

    @Test
    void its_own_mocks_win_over_those_of_the_base_whatever_their_priority() {
        save(base, get("/a").id("precise").priority(1_000).respond(ok()));
        save(overlay, get("/*").id("vague").priority(-1_000).respond(ok()));

        assertThat(chosen(overlay, "/a")).isEqualTo("vague");
        assertThat(chosen(base, "/a")).isEqualTo("precise");
    }

    @Test
    void the_base_answers_what_no_mock_of_its_own_does() {
        save(base, mock("base", "/a"));
        save(overlay, mock("own", "/b"));

        assertThat(chosen(overlay, "/a")).isEqualTo("base");
        assertThat(chosen(overlay, "/c")).isEqualTo("none");
        assertThat(chosen(base, "/b")).isEqualTo("none");
    }

    @Test
    void the_base_answers_when_the_conditions_of_its_own_mock_fail() {
        save(base, mock("base", "/a"));
        save(overlay, get("/a").id("own").withHeader("X-Api", "1").respond(ok()));

        assertThat(chosen(overlay, Requests.get("/a", "X-Api", "1"))).isEqualTo("own");
        assertThat(chosen(overlay, "/a")).isEqualTo("base");
    }

    @Test
    void sees_what_is_saved_into_the_base_and_deleted_from_it_later() {
        save(base, mock("early", "/early"));
        save(base, mock("late", "/late"));
        assertThat(chosen(overlay, "/late")).isEqualTo("late");

        base.delete("late");
        save(base, get("/early").id("newer").priority(1).respond(ok()));

        assertThat(chosen(overlay, "/late")).isEqualTo("none");
        assertThat(chosen(overlay, "/early")).isEqualTo("newer");
    }

    @Test
    void counts_uses_of_an_inherited_mock_for_itself() {
        Namespace sibling = over("sibling", base);
        save(base, mock("m", "/a"));
        chosen(overlay, "/a");
        chosen(overlay, "/a");
        chosen(sibling, "/a");

        assertThat(overlay.mock("m").orElseThrow().useCounter()).isEqualTo(2);
        assertThat(sibling.mock("m").orElseThrow().useCounter()).isEqualTo(1);
        assertThat(base.mock("m").orElseThrow().useCounter()).isZero();
        assertThat(overlay.mocks()).extracting(LiveMock::uses).containsExactly(2L);
    }

    @Test
    void has_all_uses_of_a_limited_mock_whatever_base_and_siblings_took() {
        Namespace sibling = over("sibling", base);
        save(base, get("/a").id("twice").times(2).respond(ok()));

        for (Namespace one : List.of(overlay, base, sibling)) {
            assertThat(List.of(chosen(one, "/a"), chosen(one, "/a"), chosen(one, "/a")))
                    .as(one.name())
                    .containsExactly("twice", "twice", "none");
        }
    }

    @Test
    void counts_afresh_when_a_mock_of_the_base_is_replaced() {
        save(base, get("/a").id("once").times(1).respond(ok()));
        chosen(overlay, "/a");

        save(base, get("/a").id("once").times(1).respond(ok()));

        assertThat(chosen(overlay, "/a")).isEqualTo("once");
        assertThat(chosen(overlay, "/a")).isEqualTo("none");
    }

    @Test
    void a_mock_with_the_same_id_hides_that_of_the_base_even_elsewhere() {
        save(base, mock("user", "/users"));

        save(overlay, mock("user", "/people"));

        assertThat(chosen(overlay, "/users")).isEqualTo("none");
        assertThat(chosen(overlay, "/people")).isEqualTo("user");
        assertThat(overlay.mocks()).hasSize(1);
        assertThat(overlay.size()).isEqualTo(1);
        assertThat(chosen(base, "/users")).isEqualTo("user");
    }

    @Test
    void a_mock_hides_one_whose_id_the_base_made_up() {
        Mock made = save(base, get("/a").respond(ok()));

        save(overlay, get("/b").id(made.id()).respond(ok()));

        assertThat(chosen(overlay, "/a")).isEqualTo("none");
    }

    @Test
    void an_id_that_was_made_up_hides_nothing() {
        Mock below = save(base, get("/a").respond(ok()));

        Mock own = save(overlay, get("/b").respond(ok()));

        assertThat(own.id()).isEqualTo(below.id());
        assertThat(chosen(overlay, "/a")).isEqualTo(below.id());
        assertThat(chosen(overlay, "/b")).isEqualTo(own.id());
        assertThat(overlay.mocks()).hasSize(2);
    }

    @Test
    void makes_up_no_id_that_its_base_has_made_up_before() {
        save(base, get("/a").respond(ok()));
        Namespace later = over("later", base);

        assertThat(save(later, get("/b").respond(ok())).id()).isEqualTo("mock-2");
    }

    @Test
    void deleting_its_mock_uncovers_that_of_the_base() {
        save(base, mock("user", "/users"));
        save(overlay, mock("user", "/people"));

        assertThat(overlay.delete("user")).isTrue();

        assertThat(chosen(overlay, "/users")).isEqualTo("user");
        assertThat(overlay.delete("user")).isFalse();
        assertThat(overlay.mock("user")).isPresent();
    }

    @Test
    void deleting_all_of_its_mocks_leaves_those_of_the_base() {
        save(base, mock("a", "/a"));
        save(overlay, mock("a", "/b"));
        save(overlay, mock("c", "/c"));

        overlay.deleteAll();

        assertThat(overlay.mocks()).extracting(LiveMock::id).containsExactly("a");
        assertThat(chosen(overlay, "/a")).isEqualTo("a");
        assertThat(base.size()).isEqualTo(1);
    }

    @Test
    void lists_its_own_mocks_before_those_of_the_base() {
        save(base, mock("x", "/x"));
        save(base, mock("hidden", "/h"));
        save(overlay, mock("y", "/y"));
        save(overlay, mock("hidden", "/z"));

        assertThat(overlay.mocks()).extracting(LiveMock::id).containsExactly("y", "hidden", "x");
        assertThat(overlay.size()).isEqualTo(2);
        assertThat(base.mocks()).extracting(LiveMock::id).containsExactly("x", "hidden");
    }

    @Test
    void stands_on_an_overlay_as_on_any_namespace() {
        Namespace top = over("top", overlay);
        save(base, get("/*").id("bottom").priority(9).respond(ok()));
        save(base, mock("covered", "/covered"));
        save(overlay, get("/a/*").id("middle").priority(8).respond(ok()));
        save(overlay, mock("covered", "/elsewhere"));
        save(top, mock("top", "/a/b"));

        assertThat(chosen(top, "/a/b")).isEqualTo("top");
        assertThat(chosen(top, "/a/c")).isEqualTo("middle");
        assertThat(chosen(top, "/d")).isEqualTo("bottom");
        assertThat(chosen(top, "/covered")).isEqualTo("bottom");
        assertThat(top.mocks()).extracting(LiveMock::id).containsExactly("top", "middle", "covered", "bottom");
        assertThat(top.mock("bottom").orElseThrow().useCounter()).isEqualTo(2);
        assertThat(overlay.mock("bottom").orElseThrow().useCounter()).isZero();
        assertThat(base.mock("bottom").orElseThrow().useCounter()).isZero();
    }

    @Test
    void head_gets_the_answer_of_get_of_the_base_and_a_mock_made_for_it_comes_first() {
        save(overlay, get("/own").id("get-own").respond(ok()));
        save(base, get("/base").id("get-base").respond(ok()));
        assertThat(chosen(overlay, Requests.of("HEAD", "/own"))).isEqualTo("get-own");
        assertThat(chosen(overlay, Requests.of("HEAD", "/base"))).isEqualTo("get-base");

        save(base, head("/own").id("head-base").respond(ok()));

        assertThat(chosen(overlay, Requests.of("HEAD", "/own"))).isEqualTo("head-base");
    }

    @Test
    void names_the_candidates_of_the_base_behind_its_own() {
        save(base, post("/a").id("base").priority(5).respond(ok()));
        save(overlay, get("/a").id("own").respond(ok()));

        assertThat(overlay.candidates(Requests.of("DELETE", "/a")))
                .extracting(candidate -> candidate.target().id())
                .containsExactly("own", "base");
    }

    @Test
    void replacing_mocks_of_an_overlay_removes_none_of_the_base() {
        save(base, mock("a", "/a"));

        overlay.replace(List.of("a"), List.of(mock("b", "/b").build()));

        assertThat(chosen(overlay, "/a")).isEqualTo("a");
        assertThat(chosen(overlay, "/b")).isEqualTo("b");
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        assertThatThrownBy(() -> over("base", overlay))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("namespace: \"base\" (expected: a name that is not taken)");
        assertThat(namespaces.find("base")).containsSame(base);
    }

    @Test
    void a_name_that_no_path_can_hold_is_refused() {
        assertThatThrownBy(() -> over("a/b", base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("namespace: \"a/b\" (expected: a name without / ? # and space)");
    }
}
