package io.mockarty.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockValidationTest {

    @Test
    void collects_all_problems_of_a_document_at_once() {
        String text = """
                {"id": "",
                 "http": {"route": "users", "httpMethod": "PO ST",
                          "conditions": [{"path": "$.a"}, {"path": "$.b", "assertAction": "equal"}]},
                 "grpc": {"service": "S"},
                 "response": {"statusCode": 999, "delay": -1, "headers": {"X-A": [1]}},
                 "webhooks": [{"trigger": "on_first_use"}],
                 "ttl": "600", "tags": "demo"}""";

        assertThatThrownBy(() -> Mock.fromJson(text))
                .isInstanceOf(InvalidMockException.class)
                .hasMessage("""
                        12 problems
                          id: "" (expected: a string that is not empty)
                          http.route: "users" (expected: a path that starts with /)
                          http.httpMethod: "PO ST" (expected: a request method, such as GET, or ANY)
                          http.conditions[1].assertAction: "equal" (expected: one of equals, not_equals, contains, \
                        not_contains, any, notEmpty, empty, matches)
                          grpc.method: null (expected: a value)
                          response.statusCode: 999 (expected: 100..599)
                          response.delay: -1 (expected: 0..2147483647)
                          response.headers.X-A: [1] (expected: an array of strings)
                          webhooks[0].trigger: "on_first_use" (expected: one of on_success, on_error, always)
                          ttl: "600" (expected: a whole number, at least 0)
                          tags: "demo" (expected: an array of strings)
                          mock: "http and grpc" (expected: exactly one of the fields http, grpc, mcp, socket, soap, graphql, sse, \
                        kafka, rabbitmq, smtp)""");
    }

    @Test
    void gives_each_problem_its_parts() {
        assertThatThrownBy(() -> Proxy.builder().target("nowhere").build())
                .isInstanceOfSatisfying(
                        InvalidMockException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(new Problem(
                                        "target", "\"nowhere\"", "an absolute URL, such as http://localhost:8080")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"response":{}}                                   | mock: ["response"] (expected: exactly one of the fields http, grpc,
            {"http":{"route":"/"}}                            | mock: ["http"] (expected: exactly one of the fields response, oneOf, proxy)
            {"http":{"route":"/"},"response":{},"proxy":{"target":"http://a"}} | mock: "response and proxy" (expected: exactly one of the fields response, oneOf, proxy)
            {"http":{},"response":{}}                         | http.route: null (expected: a value)
            {"http":[],"response":{}}                         | http: [] (expected: an object)
            {"http":{"route":"/","conditions":{}},"response":{}} | http.conditions: {} (expected: an array)
            {"http":{"route":"/","conditions":[1]},"response":{}} | http.conditions[0]: 1 (expected: an object)
            {"http":{"route":"/","sortArray":"yes"},"response":{}} | http.sortArray: "yes" (expected: true or false)
            {"http":{"route":"/"},"oneOf":{}}                 | oneOf.responses: null (expected: at least one response)
            {"http":{"route":"/"},"oneOf":{"responses":[]}}   | oneOf.responses: [] (expected: at least one response)
            {"http":{"route":"/"},"oneOf":{"responses":[{},{"decode":"hex"}]}} | oneOf.responses[1].decode: "hex" (expected: one of base64)
            {"http":{"route":"/"},"oneOf":{"order":"shuffle","responses":[{}]}} | oneOf.order: "shuffle" (expected: one of order, random)
            {"http":{"route":"/"},"oneOf":{"responses":[{"statusCode":5}]}} | oneOf.responses[0].statusCode: 5 (expected: 100..599)
            {"http":{"route":"/"},"response":{"statusCode":101}} | response.statusCode: 101 (expected: 200..599, a final status)
            {"http":{"route":"/"},"response":{"statusCode":99}} | response.statusCode: 99 (expected: 100..599)
            {"http":{"route":"/"},"oneOf":{"responses":[{},{"statusCode":199}]}} | oneOf.responses[1].statusCode: 199 (expected: 200..599, a final status)
            {"http":{"route":"/"},"proxy":{}}                 | proxy.target: null (expected: a value)
            {"http":{"route":"/"},"proxy":{"target":"ftp://a"}} | proxy.target: "ftp://a" (expected: an absolute URL,
            {"http":{"route":"/"},"response":{"statusCode":200.5}} | response.statusCode: 200.5 (expected: 100..599)
            {"http":{"route":"/"},"response":{"statusCode":5}} | response.statusCode: 5 (expected: 100..599)
            {"http":{"route":"/"},"response":{"statusCode":99999999999999999999}} | response.statusCode: 99999999999999999999 (expected: 100..599)
            {"http":{"route":"/"},"response":{"headers":[]}}  | response.headers: [] (expected: an object with arrays of strings)
            {"http":{"route":"/"},"response":{"headers":{"A B":["1"]}}} | response.headers: "A B" (expected: header names without spaces,
            {"http":{"route":"/"},"response":{"headers":{"A\\r\\nB":"1"}}} | response.headers: "A\\r\\nB" (expected: header names without spaces,
            {"http":{"route":"/"},"response":{"soapFault":{"httpStatus":200}}} | response.soapFault.httpStatus: 200 (expected: 400..599)
            {"http":{"route":"/"},"response":{"errorDetails":[{"type":"odd"}]}} | response.errorDetails[0].type: "odd" (expected: one of badRequest,
            {"http":{"route":"/"},"response":{"graphqlErrors":[{"locations":[{"line":"1"}]}]}} | response.graphqlErrors[0].locations[0].line: "1" (expected: 0..2147483647)
            {"http":{"route":"/"},"response":{"sseEventChain":{"loopDelay":99}}} | response.sseEventChain.loopDelay: 99 (expected: 100..2147483647)
            {"http":{"route":"/"},"response":{},"priority":1.5} | priority: 1.5 (expected: a whole number)
            {"http":{"route":"/"},"response":{},"useLimiter":2147483648} | useLimiter: 2147483648 (expected: 0..2147483647)
            {"http":{"route":"/"},"response":{},"namespace":"a/b"} | namespace: "a/b" (expected: a name without / ? #)
            {"http":{"route":"/"},"response":{},"extract":{"gStore":[]}} | extract.gStore: [] (expected: an object)
            {"http":{"route":"/"},"response":{},"webhooks":[{"method":"P T"}]} | webhooks[0].method: "P T" (expected: a request method, such as POST)
            {"http":{"route":"/"},"response":{},"webhooks":[{"headers":{"a":1}}]} | webhooks[0].headers: {"a":1} (expected: an object with string values)
            {"http":{"route":"/"},"response":{},"pathPrefix":"v2"} | pathPrefix: "v2" (expected: a path that starts with /)
            {"rabbitmq":{"outputProps":{"priority":256}},"response":{}} | rabbitmq.outputProps.priority: 256 (expected: 0..255)
            {"grpc":{"service":"S","method":"M","methodType":"stream"},"response":{}} | grpc.methodType: "stream" (expected: one of unary,
            {"graphql":{"operation":"ask"},"response":{}}     | graphql.operation: "ask" (expected: one of query, mutation, subscription)
            5                                                 | mock: 5 (expected: an object)
            null                                              | mock: null (expected: an object)
            """)
    void names_the_place_the_value_and_what_was_expected(String text, String problem) {
        assertThatThrownBy(() -> Mock.fromJson(text))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageStartingWith("1 problem\n  " + problem);
    }

    @Test
    void cuts_long_values() {
        String text = "{\"http\":{\"route\":\"" + "x".repeat(1000) + "\"},\"response\":{}}";

        assertThatThrownBy(() -> Mock.fromJson(text))
                .hasMessageContaining("x...")
                .message()
                .hasSizeLessThan(200);
    }

    @Test
    void names_the_source_when_there_is_one() {
        InvalidMockException e = new InvalidMockException("users.json", List.of(new Problem("ttl", "-1", "more")));

        assertThat(e).hasMessage("1 problem in users.json\n  ttl: -1 (expected: more)");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 16, 200, 404})
    void a_grpc_mock_may_answer_with_a_grpc_code(long code) {
        Mock mock = Mock.fromJson(
                "{\"grpc\":{\"service\":\"S\",\"method\":\"M\"},\"response\":{\"statusCode\":" + code + "}}");

        assertThat(mock.response().statusCode()).isEqualTo((int) code);
    }

    @Test
    void an_empty_path_prefix_is_none() {
        Mock mock = Mock.fromJson("{\"pathPrefix\":\"\",\"http\":{\"route\":\"/\"},\"response\":{}}");

        assertThat(mock.pathPrefix()).isEmpty();
    }
}
