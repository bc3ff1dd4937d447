package io.mockarty.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.Problems;
import io.mockarty.request.Requests;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    private static Route route(String text) {
        Problems problems = new Problems();
        Route route = Route.parse(text, "http.route", problems);
        assertThat(problems.found()).isEmpty();
        return route;
    }

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource({
        "/,              /,                true",
        "/users,         /users,           true",
        "/users,         /Users,           false",
        "/users,         /users/,          false",
        "/users/,        /users/,          true",
        "/users/,        /users,           false",
        "/users/:id,     /users/42,        true",
        "/users/{id},    /users/42,        true",
        "/users/:id,     /users/42/,       false",
        "/users/:id,     /users/,          false",
        "/users/:id,     /users/a%2Fb,     true",
        "/users/:id,     /users/a/b,       false",
        "/a/*,           /a/b,             true",
        "/a/*,           /a/b/c/d,         true",
        "/a/*,           /a/,              true",
        "/a/*,           /a,               false",
        "/a b,           /a%20b,           true",
        "/a%20b,         /a%20b,           true",
        "/a%2Fb,         /a%2Fb,           true",
        "/a%2Fb,         /a/b,             false",
        "/a+b,           /a+b,             true",
        "/a+b,           /a%20b,           false",
        "/caf%C3%A9,     /café,            true",
        "/v1/things:go,  /v1/things:go,    true",
        "/:a/:b,         /x/y,             true",
        "/%zz,           /%zz,             true",
    })
    void matches_a_path(String route, String path, boolean expected) {
        assertThat(route(route).matches(Requests.get(path).segments())).isEqualTo(expected);
    }

    @Test
    void captures_decoded_parameters() {
        Map<String, String> parameters = route("/users/:id/{file}/*")
                .parameters(Requests.get("/users/a%2Fb/x%20y/p/q%3F").segments());

        assertThat(parameters)
                .containsExactly(Map.entry("id", "a/b"), Map.entry("file", "x y"), Map.entry("*", "p/q?"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a/:x/:x | http.route: \"/a/:x/:x\" (expected: each parameter once; x comes twice)",
                "/a/{x}/:x | http.route: \"/a/{x}/:x\" (expected: each parameter once; x comes twice)",
                "/a/*/b | http.route: \"*\" (expected: * as the last segment only)",
                "/a?b=1 | http.route: \"/a?b=1\" (expected: a path without ? and #; conditions on the query belong "
                        + "into queryParams)",
                "/a/{x | http.route: \"{x\" (expected: a parameter that fills its whole segment, such as {name})",
                "/a/x}.json | http.route: \"x}.json\" (expected: a parameter that fills its whole segment, such as "
                        + "{name})",
                "/a/{x}.json | http.route: \"{x}.json\" (expected: a parameter that fills its whole segment, such as "
                        + "{name})",
                "/a/{} | http.route: \"{}\" (expected: a parameter name of letters, digits, _ and -)",
                "/a/: | http.route: \":\" (expected: a parameter name of letters, digits, _ and -)",
                "/a/:x.json | http.route: \":x.json\" (expected: a parameter name of letters, digits, _ and -)",
            })
    void reports_a_route_that_is_none(String route, String problem) {
        Problems problems = new Problems();

        Route.parse(route, "http.route", problems);

        assertThat(problems.found()).extracting(Object::toString).containsExactly(problem);
    }

    @ParameterizedTest(name = "{0} is more precise than {1}")
    @CsvSource({
        "/a/b,      /a/:x",
        "/a/:x,     /a/*",
        "/a/b/:y,   /a/:x/c",
        "/a/:x/c,   /a/:x/*",
        "/a/:x/*,   /a/*",
        "/a/b/*,    /a/:x/c",
    })
    void orders_by_precision_from_left_to_right(String first, String second) {
        assertThat(route(first)).isLessThan(route(second));
        assertThat(route(second)).isGreaterThan(route(first));
    }

    @Test
    void says_whether_only_upper_and_lower_case_differ() {
        assertThat(route("/Users/:id")
                        .matchesIgnoringCase(Requests.get("/users/7").segments()))
                .isTrue();
        assertThat(route("/Users/:id")
                        .matchesIgnoringCase(Requests.get("/user/7").segments()))
                .isFalse();
    }
}
