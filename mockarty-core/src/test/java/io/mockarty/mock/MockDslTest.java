package io.mockarty.mock;

import static io.mockarty.mock.MockDsl.accepted;
import static io.mockarty.mock.MockDsl.any;
import static io.mockarty.mock.MockDsl.anything;
import static io.mockarty.mock.MockDsl.badRequest;
import static io.mockarty.mock.MockDsl.body;
import static io.mockarty.mock.MockDsl.containing;
import static io.mockarty.mock.MockDsl.cookie;
import static io.mockarty.mock.MockDsl.created;
import static io.mockarty.mock.MockDsl.delete;
import static io.mockarty.mock.MockDsl.empty;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.form;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.head;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.matching;
import static io.mockarty.mock.MockDsl.noContent;
import static io.mockarty.mock.MockDsl.notContaining;
import static io.mockarty.mock.MockDsl.notEmpty;
import static io.mockarty.mock.MockDsl.notEqualTo;
import static io.mockarty.mock.MockDsl.notFound;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.options;
import static io.mockarty.mock.MockDsl.patch;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.put;
import static io.mockarty.mock.MockDsl.query;
import static io.mockarty.mock.MockDsl.request;
import static io.mockarty.mock.MockDsl.serverError;
import static io.mockarty.mock.MockDsl.status;
import static io.mockarty.mock.MockDsl.unauthorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fluent words say equals what the document says. */
class MockDslTest {

    @Test
    void a_sentence_equals_its_json_twin() {
        Mock mock = post("/orders/:id")
                .id("orders-get")
                .when(
                        body("$.kind", equalTo("gold")),
                        body(notEmpty()),
                        query("format", anything()),
                        header("Authorization", matching("^Bearer ")))
                .withJson("$.total", new BigDecimal("9.50"))
                .withQuery("page", "1")
                .withHeader("Accept", "text/html")
                .respond(created()
                        .header("X-Demo", "1", "2")
                        .header("X-More", "3")
                        .delay(Duration.ofSeconds(2))
                        .json(Map.of("id", "$.pathParam.id")))
                .priority(10)
                .ttl(Duration.ofMinutes(10))
                .times(5)
                .chain("orders")
                .tags("demo", "shop")
                .extractMock("a", "$.req.a")
                .extractChain("last.kind", "$.req.kind")
                .extractGlobal("n", 1)
                .extractGlobal("m", List.of(2))
                .webhook(Webhook.builder().url("http://sink/hook").async(true).build())
                .build();

        assertThat(mock).isEqualTo(Mock.fromJson("""
                {"id": "orders-get", "priority": 10, "ttl": 600, "useLimiter": 5, "chainId": "orders",
                 "tags": ["demo", "shop"],
                 "http": {"httpMethod": "POST", "route": "/orders/:id",
                   "conditions": [{"path": "$.kind", "assertAction": "equals", "value": "gold"},
                                  {"path": "$", "assertAction": "notEmpty"},
                                  {"path": "$.total", "assertAction": "equals", "value": 9.50}],
                   "queryParams": [{"path": "format", "assertAction": "any"},
                                   {"path": "page", "assertAction": "equals", "value": "1"}],
                   "header": [{"path": "Authorization", "assertAction": "matches", "value": "^Bearer "},
                              {"path": "Accept", "assertAction": "equals", "value": "text/html"}]},
                 "response": {"statusCode": 201, "headers": {"X-Demo": ["1", "2"], "X-More": ["3"]}, "delay": 2000,
                              "payload": {"id": "$.pathParam.id"}},
                 "extract": {"mStore": {"a": "$.req.a"}, "cStore": {"last.kind": "$.req.kind"},
                             "gStore": {"n": 1, "m": [2]}},
                 "webhooks": [{"url": "http://sink/hook", "async": true}]}"""));
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of("GET", get("/")),
                Arguments.of("POST", post("/")),
                Arguments.of("PUT", put("/")),
                Arguments.of("PATCH", patch("/")),
                Arguments.of("DELETE", delete("/")),
                Arguments.of("HEAD", head("/")),
                Arguments.of("OPTIONS", options("/")),
                Arguments.of("ANY", any("/")),
                Arguments.of("PURGE", request("purge", "/")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void has_a_word_for_each_request_method(String method, HttpMockBuilder builder) {
        assertThat(builder.request().httpMethod()).isEqualTo(method);
    }

    static Stream<Arguments> matchers() {
        return Stream.of(
                Arguments.of(equalTo(1), "{\"path\":\"p\",\"assertAction\":\"equals\",\"value\":1}"),
                Arguments.of(equalTo(null), "{\"path\":\"p\",\"assertAction\":\"equals\",\"value\":null}"),
                Arguments.of(notEqualTo("a"), "{\"path\":\"p\",\"assertAction\":\"not_equals\",\"value\":\"a\"}"),
                Arguments.of(
                        containing(Map.of("a", 1)),
                        "{\"path\":\"p\",\"assertAction\":\"contains\",\"value\":{\"a\":1}}"),
                Arguments.of(notContaining("a"), "{\"path\":\"p\",\"assertAction\":\"not_contains\",\"value\":\"a\"}"),
                Arguments.of(matching("a+"), "{\"path\":\"p\",\"assertAction\":\"matches\",\"value\":\"a+\"}"),
                Arguments.of(notEmpty(), "{\"path\":\"p\",\"assertAction\":\"notEmpty\"}"),
                Arguments.of(empty(), "{\"path\":\"p\",\"assertAction\":\"empty\"}"),
                Arguments.of(anything(), "{\"path\":\"p\",\"assertAction\":\"any\"}"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("matchers")
    void has_a_word_for_each_comparison(ValueMatcher matcher, String json) {
        HttpContext http = get("/").when(body("p", matcher)).request();

        assertThat(http.conditions()).containsExactly(new Condition(MockSchema.requireObject(parse(json))));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(200, ok()),
                Arguments.of(201, created()),
                Arguments.of(202, accepted()),
                Arguments.of(204, noContent()),
                Arguments.of(400, badRequest()),
                Arguments.of(401, unauthorized()),
                Arguments.of(404, notFound()),
                Arguments.of(500, serverError()),
                Arguments.of(418, status(418)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void has_a_word_for_common_answers(int status, Response.Builder answer) {
        assertThat(answer.build().statusCode()).isEqualTo(status);
    }

    @Test
    void cookies_and_forms_are_parts_of_the_body() {
        HttpContext http =
                get("/").when(cookie("a\"b", equalTo("1")), form("x", empty())).request();

        assertThat(http.conditions())
                .extracting(Condition::path)
                .containsExactly("$.cookies[\"a\\\"b\"]", "$.form[\"x\"]");
    }

    @Test
    void several_answers_come_in_order_or_by_chance() {
        Mock inOrder = get("/").respondInOrder(ok(), notFound()).build();
        Mock byChance = get("/").respondAtRandom(ok(), notFound()).build();

        assertThat(inOrder.oneOf().order()).isEqualTo(OneOf.Order.ORDER);
        assertThat(byChance.oneOf().order()).isEqualTo(OneOf.Order.RANDOM);
        assertThat(inOrder.oneOf().responses()).extracting(Response::statusCode).containsExactly(200, 404);
    }

    @Test
    void json_text_and_json_values_are_one_payload() {
        assertThat(ok().json("{\"a\":1}").build())
                .isEqualTo(ok().json(Map.of("a", 1)).build());
        assertThat(ok().text("{\"a\":1}").build().payload()).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_builder_can_be_used_again() {
        HttpMockBuilder builder = get("/").respond(ok());
        Mock first = builder.build();
        Mock second = builder.id("b").build();

        assertThat(first.id()).isNull();
        assertThat(second.toBuilder().put("id", null).build()).isEqualTo(first);
    }

    @Test
    void a_sentence_without_answer_is_no_mock() {
        assertThatThrownBy(() -> get("/").build())
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContaining("exactly one of the fields response, oneOf, proxy");
    }

    @Test
    void limits_that_limit_nothing_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> get("/").times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> get("/").ttl(Duration.ofMillis(999)));
    }

    private static Object parse(String json) {
        return Json.parse(json);
    }
}
