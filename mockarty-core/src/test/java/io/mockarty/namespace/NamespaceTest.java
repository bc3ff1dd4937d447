package io.mockarty.namespace;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.matching;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.request.Requests;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTest {

    private static final long NOON = Worlds.NOON.toEpochMilli();

    private final Namespace namespace = Worlds.create().open("shop");

    private static Mock mock(String id, String route) {
        return get(route).id(id).respond(ok()).build();
    }

    private @Nullable String chosen(String target) {
        LiveMock live = namespace.choose(Requests.get(target), namespace.clock().instant());
        return live == null ? null : live.id();
    }

    @Test
    void gives_ids_that_nobody_has() {
        namespace.save(mock("mock-2", "/2"));

        List<Mock> saved = namespace.saveAll(List.of(
                get("/a").respond(ok()).build(),
                mock("mock-1", "/1"),
                get("/b").respond(ok()).build()));

        assertThat(saved).extracting(Mock::id).containsExactly("mock-3", "mock-1", "mock-4");
        assertThat(namespace.size()).isEqualTo(4);
    }

    @Test
    void returns_the_mock_with_id_namespace_and_times() {
        Mock saved = namespace.save(
                get("/a").ttl(Duration.ofSeconds(90)).respond(ok()).build());

        assertThat(saved.id()).isEqualTo("mock-1");
        assertThat(saved.namespace()).isEqualTo("shop");
        assertThat(saved.createdAt()).isEqualTo(NOON);
        assertThat(saved.expireAt()).isEqualTo(NOON + 90_000);
        assertThat(namespace.save(mock("for ever", "/b")).expireAt()).isZero();
    }

    @Test
    void reports_uses_and_the_time_of_the_last_one() {
        namespace.save(mock("a", "/a"));
        chosen("/a");
        namespace.clock().advance(Duration.ofMinutes(1));
        chosen("/a");

        Mock mock = namespace.mock("a").orElseThrow();

        assertThat(mock.useCounter()).isEqualTo(2);
        assertThat(mock.lastUse()).isEqualTo(NOON + 60_000);
    }

    @Test
    void a_replaced_mock_starts_counting_again_even_when_its_document_has_counters() {
        namespace.save(mock("a", "/a").toBuilder().useLimiter(1).build());
        chosen("/a");

        Mock replaced = namespace.save(namespace.mock("a").orElseThrow());

        assertThat(List.of((long) replaced.useCounter(), replaced.lastUse())).containsOnly(0L);
        assertThat(chosen("/a")).isEqualTo("a");
        assertThat(chosen("/a")).isNull();
    }

    @Test
    void a_replaced_mock_is_found_under_its_new_route_only() {
        namespace.save(mock("a", "/old"));

        namespace.save(mock("a", "/new"));

        assertThat(chosen("/old")).isNull();
        assertThat(chosen("/new")).isEqualTo("a");
        assertThat(namespace.size()).isEqualTo(1);
    }

    @Test
    void saves_nothing_when_one_of_many_is_bad() {
        namespace.save(mock("a", "/a"));
        Mock bad = get("/{x").when(query("q", matching("("))).respond(ok()).build();

        InvalidMockException thrown = catchThrowableOfType(
                InvalidMockException.class,
                () -> namespace.replace(List.of("a"), List.of(mock("a", "/b"), mock("c", "/c"), bad)));

        assertThat(thrown.problems())
                .extracting(problem -> problem.path())
                .containsExactly("mocks[2].http.queryParams[0].value", "mocks[2].http.route");
        assertThat(namespace.mocks()).extracting(LiveMock::id).containsExactly("a");
        assertThat(chosen("/a")).isEqualTo("a");
        assertThat(chosen("/b")).isNull();
    }

    @Test
    void names_fields_without_index_when_one_mock_is_saved() {
        assertThatThrownBy(() -> namespace.save(mock("a", "/{x"))).hasMessage("""
                        1 problem
                          http.route: "{x" (expected: a parameter that fills its whole segment, such as {name})""");
    }

    @Test
    void refuses_two_mocks_with_one_id() {
        assertThatThrownBy(() -> namespace.saveAll(List.of(mock("a", "/a"), mock("b", "/b"), mock("a", "/c"))))
                .hasMessage("""
                        1 problem
                          mocks[2].id: "a" (expected: an id that no other of these mocks has)""");
        assertThat(namespace.size()).isZero();
    }

    @Test
    void refuses_to_extract_into_a_chain_that_is_not_named() {
        assertThatThrownBy(() -> namespace.save(
                        get("/a").extractChain("n", "$.req.n").respond(ok()).build()))
                .hasMessageContaining("extract.cStore: {\"n\":\"$.req.n\"} (expected: a chainId, because the chain "
                        + "store belongs to a chain)");
    }

    @Test
    void replaces_in_one_step() {
        namespace.saveAll(List.of(mock("a", "/a"), mock("b", "/b")));

        namespace.replace(List.of("a", "unknown"), List.of(mock("c", "/c")));

        assertThat(namespace.mocks()).extracting(LiveMock::id).containsExactly("b", "c");
    }

    @Test
    void deletes_one_or_all() {
        namespace.saveAll(List.of(mock("a", "/a"), mock("b", "/b"), mock("c", "/c")));

        assertThat(namespace.delete("a")).isTrue();
        assertThat(namespace.delete("a")).isFalse();
        assertThat(chosen("/a")).isNull();
        assertThat(chosen("/b")).isEqualTo("b");
        namespace.deleteAll();
        assertThat(namespace.size()).isZero();
        assertThat(chosen("/b")).isNull();
    }

    @Test
    void keeps_mocks_of_other_protocols_without_finding_them_by_route() {
        namespace.save(Mock.fromJson("{\"id\":\"g\",\"grpc\":{\"service\":\"S\",\"method\":\"M\"},\"response\":{}}"));

        assertThat(namespace.mock("g")).isPresent();
        assertThat(chosen("/")).isNull();
        assertThat(namespace.delete("g")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a?b", "a#b", "a\n"})
    void refuses_a_name_that_no_path_can_hold(String name) {
        assertThatThrownBy(() -> Worlds.create().open(name))
                .hasMessage("namespace: \"" + name + "\" (expected: a name without / ? # and space)");
    }
}
