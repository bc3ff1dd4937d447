package io.mockarty.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.expression.FixedScope;
import io.mockarty.json.Json;
import io.mockarty.mock.MockDsl;
import io.mockarty.mock.Problem;
import io.mockarty.mock.Problems;
import io.mockarty.mock.Response;
import io.mockarty.mock.SseEventChain;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.request.MockReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTemplateTest {

    private final FixedScope scope = FixedScope.json("""
            {"name": "Ada", "n": 5, "o": {"a": [1]}, "b64": "aGk=", "broken": "%%%", "evil": "x\\r\\nSet-Cookie: a=b",
             "quote": "say \\"hi\\"\\n"}""");

    @Test
    void a_response_without_expressions_is_made_once() {
        ResponseTemplate template =
                compile(MockDsl.ok().json(Map.of("a", "$$.req")).header("X-A", "1"));

        assertThat(template.isConstant()).isTrue();
        assertThat(template.render(scope)).isSameAs(template.constantReply());
        assertThat(text(template.render(scope))).isEqualTo("{\"a\":\"$.req\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload", "header"})
    void a_response_with_an_expression_is_made_for_each_request(String place) {
        Response.Builder response = place.equals("payload")
                ? MockDsl.ok().text("$.req.n!")
                : MockDsl.ok().header("X", "$.req.n");
        ResponseTemplate template = compile(response);

        assertThat(template.isConstant()).isFalse();
        assertThat(template.constantReply()).isNull();
        assertThat(template.render(scope)).isNotSameAs(template.render(scope));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            "plain"                         => text/plain; charset=utf-8 => plain
            ""                              => text/plain; charset=utf-8 => ~~
            "Hi $.req.name"                 => text/plain; charset=utf-8 => Hi Ada
            "$.req.name"                    => text/plain; charset=utf-8 => Ada
            "$.req.n"                       => application/json          => 5
            "$.req.o"                       => application/json          => {"a":[1]}
            "$.req.missing"                 => text/plain; charset=utf-8 => ~~
            {"a": 1, "b": [true, null]}     => application/json          => {"a":1,"b":[true,null]}
            {"a": "$.req.o", "b": "$.req.missing", "c": "<$.req.missing>"} => application/json => {"a":{"a":[1]},"b":null,"c":"<>"}
            {"a": "$.req.quote", "b": "- $.req.quote"} => application/json => {"a":"say \\"hi\\"\\n","b":"- say \\"hi\\"\\n"}
            ["$.req.n", "$.req.n$.req.n"]   => application/json          => [5,"55"]
            {"$.req.name": 1}               => application/json          => {"$.req.name":1}
            5                               => application/json          => 5
            1.50                            => application/json          => 1.50
            false                           => application/json          => false
            {}                              => application/json          => {}
            """)
    void the_payload_decides_on_the_content_type(String payload, String contentType, String body) {
        MockReply reply = render(Response.builder().payload(Json.parse(payload)));

        assertThat(reply.headers().all("Content-Type")).containsExactly(contentType);
        assertThat(text(reply)).isEqualTo(body);
    }

    @Test
    void a_content_type_of_the_mock_wins() {
        MockReply reply = render(MockDsl.ok().json(Map.of()).header("content-type", "application/hal+json"));

        assertThat(reply.headers().all("Content-Type")).containsExactly("application/hal+json");
    }

    @Test
    void no_payload_is_no_body_and_no_content_type() {
        MockReply reply = render(MockDsl.noContent());

        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers().size()).isZero();
        assertThat(reply.status()).isEqualTo(204);
    }

    @Test
    void an_error_is_the_body_when_there_is_no_payload() {
        assertThat(text(render(MockDsl.serverError().error("no $.req.name")))).isEqualTo("no Ada");
        assertThat(text(render(MockDsl.serverError().error("no").text("yes")))).isEqualTo("yes");
    }

    @Test
    void status_and_delay_are_passed_on() {
        MockReply reply = render(MockDsl.status(418).delay(Duration.ofMillis(250)));

        assertThat(reply.status()).isEqualTo(418);
        assertThat(reply.delay()).isEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            aGVsbG8=         | hello
            ~aGVs\nbG8=~     | hello
            $.req.b64        | hi
            aGk$.req.missing | hi
            $.req.broken     | %%%
            """)
    void base64_stands_for_bytes(String payload, String body) {
        MockReply reply = render(MockDsl.ok().text(payload).decode("base64"));

        assertThat(text(reply)).isEqualTo(body);
        assertThat(reply.headers().first("Content-Type")).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "a", "aGk=aGk="})
    void broken_base64_is_found_when_the_mock_is_saved(String payload) {
        assertThat(problems(MockDsl.ok().text(payload).decode("base64")))
                .singleElement()
                .asString()
                .startsWith("response.payload: \"" + payload + "\" (expected: Base64, because decode is base64; ");
    }

    @Test
    void header_values_are_templates() {
        MockReply reply = render(MockDsl.ok().header("X-Name", "$.req.name", "is $.req.name", "$.req.missing"));

        assertThat(reply.headers().all("X-Name")).containsExactly("Ada", "is Ada", "");
    }

    @Test
    void a_request_cannot_write_headers_of_its_own() {
        MockReply reply = render(MockDsl.ok().header("X-Evil", "$.req.evil", "a\r\n\0b"));

        assertThat(reply.headers().all("X-Evil")).containsExactly("x Set-Cookie: a=b", "a b");
        assertThat(reply.headers().size()).isEqualTo(2);
    }

    @Test
    void all_malformed_expressions_are_found_when_the_mock_is_saved() {
        Response.Builder response = MockDsl.ok()
                .header("X-A", "fine", "$.bad")
                .json(Map.of("list", List.of("fine", "$.fake.Nope")))
                .sseEventChain(new SseEventChain(Map.of("events", List.of(Map.of("data", Map.of("n", "$.sum(1"))))));

        assertThat(problems(response))
                .extracting(Problem::path)
                .containsExactly(
                        "response.headers.X-A[1]",
                        "response.sseEventChain.events[0].data.n",
                        "response.payload.list[1]");
    }

    @Test
    void control_characters_in_headers_become_spaces() {
        assertThat(ResponseTemplate.oneLine("a\u0001b\u001fc\u007fd\te\r\nf\0g\u00e9"))
                .isEqualTo("a b c d\te f g\u00e9");
        assertThat(ResponseTemplate.oneLine("plain\t")).isEqualTo("plain\t");
    }

    private MockReply render(Response.Builder response) {
        return compile(response).render(scope);
    }

    private static ResponseTemplate compile(Response.Builder response) {
        Problems problems = new Problems();
        ResponseTemplate template =
                ResponseTemplate.compile(response.build(), TemplateRoot.none(), "response", problems);
        assertThat(problems.found()).isEmpty();
        return template;
    }

    private static List<Problem> problems(Response.Builder response) {
        Problems problems = new Problems();
        ResponseTemplate.compile(response.build(), TemplateRoot.none(), "response", problems);
        return problems.found();
    }

    private static String text(MockReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
