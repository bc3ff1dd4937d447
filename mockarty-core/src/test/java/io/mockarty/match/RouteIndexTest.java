package io.mockarty.match;

import static io.mockarty.mock.MockDsl.any;
import static io.mockarty.mock.MockDsl.anything;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.request.Requests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteIndexTest {

    private static Candidate<String> candidate(String name, HttpMockBuilder pattern, long priority, long sequence) {
        return new Candidate<>(name, Patterns.of(pattern), priority, sequence);
    }

    private static Candidate<String> route(String route, long sequence) {
        return candidate(route, get(route), 0, sequence);
    }

    private static RouteIndex<String> indexOf(List<Candidate<String>> candidates) {
        RouteIndex<String> index = RouteIndex.empty();
        for (Candidate<String> candidate : candidates) {
            index = index.with(candidate);
        }
        return index;
    }

    private static List<String> found(RouteIndex<String> index, String path) {
        return index.candidates(Requests.get(path)).stream()
                .map(Candidate::target)
                .toList();
    }

    @Test
    void orders_by_priority_then_precision_then_conditions_then_newest() {
        List<Candidate<String>> bestFirst = List.of(
                candidate("priority", get("/*"), 9, 1),
                candidate("two conditions", get("/a/b").when(header("x", anything()), header("y", anything())), 0, 2),
                candidate("one condition", get("/a/b").when(header("x", anything())), 0, 3),
                candidate("newest", any("/a/b"), 0, 5),
                candidate("older", get("/a/b"), 0, 4),
                candidate("right parameter", get("/a/:y"), 0, 11),
                candidate("left parameter", get("/:x/b"), 0, 10),
                candidate("all parameters", get("/:x/:y"), 0, 9),
                candidate("long rest", get("/:x/*").when(header("x", anything())), 0, 8),
                candidate("short rest", get("/*"), 0, 7),
                candidate("negative priority", get("/a/b"), -1, 12));
        List<String> names = bestFirst.stream().map(Candidate::target).toList();

        for (int seed = 0; seed < 20; seed++) {
            List<Candidate<String>> shuffled = new ArrayList<>(bestFirst);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(found(indexOf(shuffled), "/a/b")).isEqualTo(names);
        }
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "/a/b/c, /a/b/:y /a/:x/c",
        "/a/z/c, /a/:x/c",
        "/a/b/z, /a/b/:y",
        "/a/z/z, ''",
        "/a/b/c/d, /a/b/c/*",
        "/a/b, ''"
    })
    void goes_back_where_a_literal_leads_nowhere(String path, String expected) {
        RouteIndex<String> index = indexOf(List.of(route("/a/:x/c", 1), route("/a/b/:y", 2), route("/a/b/c/*", 3)));

        assertThat(String.join(" ", found(index, path))).isEqualTo(expected);
    }

    @Test
    void a_parameter_is_never_empty() {
        RouteIndex<String> index = indexOf(List.of(route("/users/:id", 1)));

        assertThat(found(index, "/users/")).isEmpty();
        assertThat(found(index, "/users/a%2Fb")).containsExactly("/users/:id");
    }

    @Test
    void older_versions_do_not_change() {
        Candidate<String> first = route("/a/:x", 1);
        Candidate<String> second = route("/a/:x", 2);
        RouteIndex<String> one = indexOf(List.of(first));
        RouteIndex<String> two = one.with(second);
        RouteIndex<String> none = two.without(first).without(second);

        assertThat(one.candidates(Requests.get("/a/b"))).containsExactly(first);
        assertThat(two.candidates(Requests.get("/a/b"))).containsExactly(second, first);
        assertThat(none.candidates(Requests.get("/a/b"))).isEmpty();
    }

    @Test
    void nothing_is_left_of_routes_that_were_removed() {
        List<Candidate<String>> candidates = new ArrayList<>();
        for (String route : List.of("/", "/a", "/a/", "/a/:x/c", "/a/b/:y", "/:x/*", "/*", "/a/b/c/d/e", "/a/*")) {
            candidates.add(route(route, candidates.size()));
        }
        RouteIndex<String> index = indexOf(candidates);

        Collections.shuffle(candidates, new Random(5));
        for (Candidate<String> candidate : candidates) {
            assertThat(index.isEmpty()).isFalse();
            index = index.without(candidate);
        }

        assertThat(index.isEmpty()).isTrue();
    }
}
