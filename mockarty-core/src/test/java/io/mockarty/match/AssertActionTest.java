package io.mockarty.match;

import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.mock.Condition;
import io.mockarty.mock.RequestCondition;
import io.mockarty.mock.RequestCondition.Part;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each assert action says about each kind of value, in the body, in a header and in the query. */
class AssertActionTest {

    private static boolean holds(
            Part part, String path, String action, @Nullable String expected, MockRequest request) {
        Condition condition = new Condition(Map.of("path", path, "assertAction", action))
                .toBuilder()
                        .value(expected == null ? null : Json.parse(expected))
                        .build();
        return Patterns.of(post("/").when(new RequestCondition(part, condition)))
                .conditionsHold(request);
    }

    @ParameterizedTest(name = "body {0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "1              | equals       | 1.0           | true",
                "100            | equals       | 1e2           | true",
                "1              | equals       | \"1\"         | false",
                "\"1\"          | equals       | 1             | false",
                "\"a\"          | equals       | \"a\"         | true",
                "\"a\"          | equals       | \"A\"         | false",
                "true           | equals       | \"true\"      | false",
                "null           | equals       | null          | true",
                "-              | equals       | null          | true",
                "-              | equals       | 1             | false",
                "[1,2]          | equals       | [1,2]         | true",
                "[1,2]          | equals       | [2,1]         | false",
                "[1,2]          | equals       | 1             | false",
                "{\"a\":1,\"b\":2} | equals    | {\"b\":2,\"a\":1.0} | true",
                "{\"a\":1}      | equals       | {\"a\":1,\"b\":2} | false",
                "1e1000000000   | equals       | 1e1000000000  | true",
                "1e1000000000   | equals       | 1             | false",
                "1e-1000000000  | not_equals   | 0             | true",
                "1              | not_equals   | 1.0           | false",
                "1              | not_equals   | \"1\"         | true",
                "-              | not_equals   | 1             | true",
                "\"foobar\"     | contains     | \"oba\"       | true",
                "\"foobar\"     | contains     | \"x\"         | false",
                "12345          | contains     | 34            | true",
                "[\"foo\",1]    | contains     | \"foo\"       | true",
                "[\"foo\",1]    | contains     | \"fo\"        | false",
                "[\"foo\",1]    | contains     | 1.0           | true",
                "[1,2,3]        | contains     | [3,1]         | true",
                "[1,2,3]        | contains     | [3,4]         | false",
                "{\"a\":{\"b\":1,\"c\":2}} | contains | {\"a\":{\"b\":1}} | true",
                "{\"a\":{\"b\":1,\"c\":2}} | contains | {\"a\":{\"b\":2}} | false",
                "{\"a\":1}      | contains     | {\"b\":null}  | false",
                "-              | contains     | \"a\"         | false",
                "\"foobar\"     | not_contains | \"x\"         | true",
                "\"foobar\"     | not_contains | \"foo\"       | false",
                "-              | not_contains | \"a\"         | true",
                "1              | any          | -             | true",
                "-              | any          | -             | true",
                "0              | notEmpty     | -             | true",
                "false          | notEmpty     | -             | true",
                "\" \"          | notEmpty     | -             | true",
                "\"\"           | notEmpty     | -             | false",
                "[]             | notEmpty     | -             | false",
                "{}             | notEmpty     | -             | false",
                "null           | notEmpty     | -             | false",
                "-              | notEmpty     | -             | false",
                "\"\"           | empty        | -             | true",
                "[]             | empty        | -             | true",
                "{}             | empty        | -             | true",
                "null           | empty        | -             | true",
                "-              | empty        | -             | true",
                "0              | empty        | -             | false",
                "\"foobar\"     | matches      | \"o+b\"       | true",
                "\"foobar\"     | matches      | \"^o+b\"      | false",
                "12345          | matches      | \"^\\\\d+$\"  | true",
                "{\"a\":1}      | matches      | \"a.:1\"      | true",
                "-              | matches      | \".*\"        | false",
                "null           | matches      | \".*\"        | false",
            })
    void says_about_a_json_value(@Nullable String actual, String action, @Nullable String expected, boolean holds) {
        MockRequest request = MockRequest.of(
                "POST",
                "/",
                Headers.of("Content-Type", "application/json"),
                (actual == null ? "{}" : "{\"x\":" + actual + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(holds(Part.BODY, "$.x", action, expected, request)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "values {0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "a      | equals       | \"a\"          | true",
                "a      | equals       | \"A\"          | false",
                "1      | equals       | 1              | true",
                "1.0    | equals       | 1              | true",
                "1      | equals       | \"1\"          | true",
                "1.0    | equals       | \"1\"          | false",
                "true   | equals       | true           | true",
                "-      | equals       | null           | true",
                "-      | equals       | \"a\"          | false",
                "a,b    | equals       | \"b\"          | true",
                "a,b    | equals       | \"c\"          | false",
                "a,2    | equals       | 2              | true",
                "a,b    | equals       | [\"a\",\"b\"]  | true",
                "b,a    | equals       | [\"a\",\"b\"]  | false",
                "a,b    | equals       | [\"a\"]        | false",
                "a      | equals       | [\"a\"]        | true",
                "1,2    | equals       | [1,2]          | true",
                "a,b    | not_equals   | \"b\"          | false",
                "a,b    | not_equals   | \"c\"          | true",
                "-      | not_equals   | \"a\"          | true",
                "xay    | contains     | \"a\"          | true",
                "b,xay  | contains     | \"a\"          | true",
                "b,x    | contains     | \"a\"          | false",
                "b,1    | contains     | [1,\"b\"]      | true",
                "b      | contains     | [\"b\"]        | true",
                "-      | contains     | \"a\"          | false",
                "b,xay  | not_contains | \"a\"          | false",
                "b,x    | not_contains | \"a\"          | true",
                "-      | not_contains | \"a\"          | true",
                "-      | any          | -              | true",
                "a,b    | any          | -              | true",
                "a      | notEmpty     | -              | true",
                "~,a    | notEmpty     | -              | true",
                "~,~    | notEmpty     | -              | false",
                "~      | notEmpty     | -              | false",
                "-      | notEmpty     | -              | false",
                "-      | empty        | -              | true",
                "~,~    | empty        | -              | true",
                "~,a    | empty        | -              | false",
                "a,b12  | matches      | \"^b\\\\d+$\"  | true",
                "a,b    | matches      | \"[,\\\"]\"    | false",
                "-      | matches      | \".*\"         | false",
            })
    void says_about_the_values_of_one_name(
            @Nullable String values, String action, @Nullable String expected, boolean holds) {
        String[] all = values == null ? new String[0] : values.replace("~", "").split(",", -1);
        Headers.Builder headers = Headers.builder();
        StringBuilder query = new StringBuilder("/?other=1");
        for (String value : all) {
            headers.add("x-Name", value);
            query.append("&X-Name=").append(value);
        }
        MockRequest request = MockRequest.of("POST", query.toString(), headers.build());

        assertThat(holds(Part.HEADER, "X-Name", action, expected, request)).isEqualTo(holds);
        assertThat(holds(Part.QUERY, "X-Name", action, expected, request)).isEqualTo(holds);
    }
}
