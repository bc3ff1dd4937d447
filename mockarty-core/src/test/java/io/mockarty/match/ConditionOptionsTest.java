package io.mockarty.match;

import static io.mockarty.mock.MockDsl.body;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.form;
import static io.mockarty.mock.MockDsl.matching;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.mock.AssertAction;
import io.mockarty.mock.Condition;
import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.mock.Mock;
import io.mockarty.mock.Problems;
import io.mockarty.mock.RequestCondition;
import io.mockarty.mock.RequestCondition.Part;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** sortArray, decode, valueFromFile and regular expressions. */
class ConditionOptionsTest {

    private static RequestPattern pattern(Part part, Condition.Builder condition) {
        return Patterns.of(post("/").when(new RequestCondition(part, condition.build())));
    }

    private static Condition.Builder equal(String path, Object value) {
        return Condition.builder().path(path).value(value);
    }

    private static boolean sorted(boolean onContext, @Nullable Boolean onCondition, String expected, String actual) {
        Condition.Builder condition = Condition.builder().path("$").value(Json.parse(expected));
        if (onCondition != null) {
            condition.sortArray(onCondition);
        }
        HttpMockBuilder mock = post("/").when(new RequestCondition(Part.BODY, condition.build()));
        Problems problems = new Problems();
        RequestPattern pattern = RequestPattern.compile(
                mock.request().toBuilder().sortArray(onContext).build(), "", TemplateRoot.none(), problems);
        return pattern.conditionsHold(Requests.json("/", actual));
    }

    @ParameterizedTest(name = "context {0}, condition {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {"false, -, false", "true, -, true", "false, true, true", "true, false, false", "true, true, true"})
    void the_condition_decides_about_sorting_before_the_context(
            boolean context, @Nullable Boolean condition, boolean holds) {
        assertThat(sorted(context, condition, "[1,2,3]", "[3,1,2]")).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":[[2,1],[3]]} | {\"a\":[[3],[1,2]]} | true",
                "[{\"a\":1.0,\"b\":2},{\"a\":1,\"b\":1}] | [{\"a\":1,\"b\":2},{\"a\":1.0,\"b\":1}] | true",
                "[{\"t\":[\"x\",\"y\"]},{\"t\":[]}] | [{\"t\":[]},{\"t\":[\"y\",\"x\"]}] | true",
                "[1,\"1\",true,null,{}] | [{},null,\"1\",true,1.0] | true",
                "[1,1,2] | [1,2,2] | false",
                "[1,2] | [1,2,3] | false",
                "[\"1\",2] | [1,\"2\"] | false",
                "[{\"b\":1}] | [{\"a\":1,\"b\":1}] | false",
            })
    void sorts_arrays_at_any_depth(String expected, String actual, boolean holds) {
        assertThat(sorted(true, null, expected, actual)).isEqualTo(holds);
        assertThat(sorted(true, null, actual, expected)).isEqualTo(holds);
    }

    @Test
    void sorts_the_values_of_a_query_parameter() {
        assertThat(pattern(Part.QUERY, equal("n", List.of(9, 10)).sortArray(true))
                        .conditionsHold(Requests.get("/?n=10&n=9")))
                .isTrue();
    }

    private static String base64(String plain) {
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void decodes_base64_before_comparing() {
        Condition.Builder text = equal("$.x", "häß?>").decode("base64");
        String encoded = base64("häß?>");

        for (String form : List.of(
                encoded,
                encoded.replace("=", ""),
                encoded.replace('+', '-').replace('/', '_'),
                encoded.substring(0, 4) + "\\r\\n" + encoded.substring(4))) {
            assertThat(pattern(Part.BODY, text).conditionsHold(Requests.json("/", "{\"x\":\"" + form + "\"}")))
                    .as(form)
                    .isTrue();
        }
    }

    @Test
    void compares_decoded_json_with_json() {
        Condition.Builder token = equal("X-Token", Map.of("sub", "me", "n", 1)).decode("base64");
        MockRequest request = Requests.get("/", "X-Token", "other", "X-Token", base64("{\"n\":1.0,\"sub\":\"me\"}"));

        assertThat(pattern(Part.HEADER, token).conditionsHold(request)).isTrue();
        assertThat(pattern(Part.QUERY, equal("n", 5).decode("base64")).conditionsHold(Requests.get("/?n=NQ==")))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"x\":\"%%%\"} | \"%%%\", which is not Base64",
                "{\"x\":5} | 5, which is not Base64",
                "{} | absent",
                "{\"x\":\"Yg==\"} | \"b\""
            })
    void what_does_not_decode_equals_nothing(String body, String shown) {
        MockRequest request = Requests.json("/", body);

        assertThat(pattern(Part.BODY, equal("$.x", "a").decode("base64")).mismatches(request))
                .extracting(Mismatch::actual)
                .containsExactly(shown);
        assertThat(pattern(Part.BODY, equal("$.x", "a").decode("base64").assertAction(AssertAction.NOT_EQUALS))
                        .conditionsHold(request))
                .isTrue();
    }

    @Test
    void reads_the_expected_value_from_a_file(@TempDir Path files) throws IOException {
        Files.writeString(files.resolve("order.json"), "{\"id\": 1.0}\n");
        Files.writeString(files.resolve("token.txt"), "secret\n");
        HttpMockBuilder mock = post("/")
                .when(
                        new RequestCondition(
                                Part.BODY,
                                Condition.builder()
                                        .path("$")
                                        .valueFromFile("order.json")
                                        .build()),
                        new RequestCondition(
                                Part.HEADER,
                                Condition.builder()
                                        .path("X-Token")
                                        .valueFromFile("token.txt")
                                        .build()));

        RequestPattern pattern = Patterns.of(mock, TemplateRoot.of(files));

        assertThat(pattern.failedConditions(Requests.json("/", "{\"id\":1}"))).isEqualTo(1);
        assertThat(pattern.failedConditions(Requests.get("/", "X-Token", "secret")))
                .isEqualTo(1);
    }

    @Test
    void reports_a_file_that_is_not_there(@TempDir Path files) {
        Mock mock = Mock.fromJson("""
                {"http":{"route":"/","conditions":[{"valueFromFile":"a.json"},{"valueFromFile":"../a.json"}]},
                 "response":{}}""");
        Problems problems = new Problems();

        RequestPattern.compile(mock.http(), "", TemplateRoot.of(files), problems);

        assertThat(problems.found())
                .extracting(Object::toString)
                .containsExactly(
                        "http.conditions[0].valueFromFile: \"a.json\" (expected: a file under the template root "
                                + files + ")",
                        "http.conditions[1].valueFromFile: \"../a.json\" (expected: a path that stays inside the "
                                + "template root)");
    }

    @Test
    void a_regular_expression_takes_linear_time() {
        String evil = "a".repeat(100_000) + "!";

        assertThat(Patterns.of(post("/").when(body("$.x", matching("(a+)+$"))))
                        .conditionsHold(Requests.json("/", "{\"x\":\"" + evil + "\"}")))
                .isFalse();
    }

    @Test
    void a_megabyte_of_digits_is_not_turned_into_a_number() {
        String digits = "1".repeat(2_000_000);

        assertThat(Patterns.of(post("/").when(form("n", equalTo(1))))
                        .conditionsHold(Requests.post("/", "application/x-www-form-urlencoded", "n=" + digits)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)b", "(?<!a)b", "(a)\\1", "(", "a{2000}"})
    void reports_a_regular_expression_that_re2_does_not_know(String regex) {
        assertThat(Patterns.problems(post("/").when(body("$.x", matching(regex)))))
                .singleElement()
                .asString()
                .startsWith("http.conditions[0].value: " + Json.write(regex)
                        + " (expected: a regular expression in RE2 syntax, which has no look-around and no back "
                        + "references; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1000}){1000}){1000}", "((((a{9}b){100}){100}){100,}){2,100}"})
    void reports_a_regular_expression_that_would_fill_the_memory(String regex) {
        assertThat(Patterns.problems(post("/").when(body("$.x", matching(regex)))))
                .singleElement()
                .asString()
                .endsWith("repetitions or groups too large or too deep)");
    }

    @Test
    void reports_a_regular_expression_that_is_nested_too_deeply() {
        String deep = "(".repeat(20_000) + ")".repeat(20_000);

        assertThat(Patterns.problems(post("/").when(body("$.x", matching(deep)))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[](){}[:alpha:]]{1,3}$", "[^]({)]", "\\({2}", "(a{10}){10}", "a{,2}", "\\Q(\\E"})
    void accepts_brackets_that_are_no_groups(String regex) {
        assertThat(Patterns.problems(post("/").when(body("$.x", matching(regex)))))
                .isEmpty();
    }

    @Test
    void reports_a_missing_regular_expression() {
        assertThat(Patterns.problems(post("/")
                        .when(new RequestCondition(
                                Part.BODY,
                                Condition.builder()
                                        .path("$.x")
                                        .assertAction(AssertAction.MATCHES)
                                        .build()))))
                .containsExactly("http.conditions[0].value: null (expected: a regular expression in RE2 syntax)");
    }

    @Test
    void a_regular_expression_too_large_to_be_fast_is_refused() {
        assertThat(Patterns.problems(post("/").when(body("$.id", matching("(x{0,300}){0,300}y")))))
                .singleElement()
                .asString()
                .contains("repetitions or groups too large");
    }

    @Test
    void a_text_too_long_for_an_expression_does_not_match_it() {
        Regex regex = Regex.compile("(x{0,40}){0,20}y");

        assertThat(regex.find("x".repeat(1_000) + "y")).isTrue();
        assertThat(regex.find("x".repeat(1_000_000) + "y")).isFalse();
        assertThat(Regex.compile("x+y").find("x".repeat(1_000_000) + "y")).isTrue();
    }
}
