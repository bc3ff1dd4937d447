package io.mockarty.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings go in, the canonical one comes out. */
class MockSpellingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"grpc":{"serviceName":"S","method":"M"},"response":{}}           | {"grpc":{"service":"S","method":"M"},"response":{}}
            {"grpc":{"grpcServiceName":"S","grpcMethod":"M"},"response":{}}   | {"grpc":{"service":"S","method":"M"},"response":{}}
            {"grpc":{"service":"S","serviceName":"T","method":"M"},"response":{}} | {"grpc":{"service":"S","method":"M"},"response":{}}
            {"grpc":{"serviceName":"T","service":"S","method":"M"},"response":{}} | {"grpc":{"service":"S","method":"M"},"response":{}}
            {"mcp":{"method":"get_pet"},"response":{}}                        | {"mcp":{"method":"tools/call","tool":"get_pet"},"response":{}}
            {"mcp":{"tool":"get_pet"},"response":{}}                          | {"mcp":{"tool":"get_pet","method":"tools/call"},"response":{}}
            {"mcp":{"method":"resources/read"},"response":{}}                 | {"mcp":{"method":"resources/read"},"response":{}}
            {"mcp":{"method":"initialize"},"response":{}}                     | {"mcp":{"method":"initialize"},"response":{}}
            {"mcp":{"tool":"t","method":"tools/call","serverName":"pets"},"response":{}} | {"mcp":{"tool":"t","method":"tools/call"},"response":{},"serverName":"pets"}
            {"http":{"route":"/"},"response":{"body":{"a":1}}}                | {"http":{"route":"/"},"response":{"payload":{"a":1}}}
            {"http":{"route":"/"},"response":{"body":{"a":1},"payload":{"b":2}}} | {"http":{"route":"/"},"response":{"payload":{"b":2}}}
            {"http":{"route":"/"},"response":{"payload":"x","body":"y"}}      | {"http":{"route":"/"},"response":{"payload":"x"}}
            {"http":{"route":"/"},"response":{"sseEventChain":{"events":[{"event":"e"}]}}} | {"http":{"route":"/"},"response":{"sseEventChain":{"events":[{"eventName":"e"}]}}}
            {"http":{"route":"/"},"response":{},"extract":{"mstore":{"a":1},"cstore":{"b":1},"gstore":{"c":1}}} | {"http":{"route":"/"},"response":{},"extract":{"mStore":{"a":1},"cStore":{"b":1},"gStore":{"c":1}}}
            {"http":{"route":"/"},"response":{},"extract":{"mStore":{"a":1},"mstore":{"a":2,"b":2}}} | {"http":{"route":"/"},"response":{},"extract":{"mStore":{"a":1,"b":2}}}
            {"http":{"route":"/"},"response":{},"mstore":{"a":1}}             | {"http":{"route":"/"},"response":{},"mStore":{"a":1}}
            {"http":{"route":"/"},"oneOf":{"offsetOrder":1,"responses":[{}]}} | {"http":{"route":"/"},"oneOf":{"offset":1,"responses":[{}]}}
            {"http":{"route":"/"},"response":{"soapFault":{"detail":{"a":1}}}} | {"http":{"route":"/"},"response":{"soapFault":{"detail":{"a":1}}}}
            {"http":{"route":"/","httpMethod":"get"},"response":{}}           | {"http":{"route":"/","httpMethod":"GET"},"response":{}}
            {"http":{"route":"/"},"response":{"headers":{"A":"1"}}}           | {"http":{"route":"/"},"response":{"headers":{"A":["1"]}}}
            {"http":{"route":"/"},"response":{},"webhooks":[{"trigger":"","type":""}]} | {"http":{"route":"/"},"response":{},"webhooks":[{}]}
            {"http":{"route":"/"},"oneOf":{"order":"","offset":0,"responses":[{}]}} | {"http":{"route":"/"},"oneOf":{"offset":0,"responses":[{}]}}
            """)
    void is_written_canonically(String other, String canonical) {
        Mock mock = Mock.fromJson(other);

        assertThat(Json.parse(mock.toJson())).isEqualTo(Json.parse(canonical));
        assertThat(mock).isEqualTo(Mock.fromJson(canonical));
    }

    @Test
    void a_server_name_of_the_mock_is_not_overwritten_from_the_mcp_context() {
        Mock mock =
                Mock.fromJson("{\"serverName\":\"a\",\"mcp\":{\"tool\":\"t\",\"serverName\":\"b\"},\"response\":{}}");

        assertThat(mock.serverName()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "chainId", "grpc", "oneOf", "proxy", "webhooks", "ttl", "tags", "extract", "mStore"})
    void a_known_field_set_to_null_is_a_field_left_out(String field) {
        Mock mock = Mock.fromJson("{\"http\":{\"route\":\"/\"},\"response\":{},\"" + field + "\":null}");

        assertThat(mock).isEqualTo(Mock.fromJson("{\"http\":{\"route\":\"/\"},\"response\":{}}"));
    }

    @Test
    void null_is_a_value_where_any_value_may_stand() {
        String text = "{\"http\":{\"route\":\"/\",\"conditions\":[{\"path\":\"a\",\"value\":null}]},"
                + "\"response\":{\"payload\":null}}";

        assertThat(Mock.fromJson(text).toJson()).isEqualTo(text);
    }

    @Test
    void absent_fields_have_the_defaults_of_the_documentation() {
        Mock mock = Mock.fromJson("{\"http\":{\"route\":\"/\"},\"response\":{},\"webhooks\":[{}]}");

        assertThat(mock.http().httpMethod()).isEqualTo("GET");
        assertThat(mock.response().statusCode()).isEqualTo(200);
        assertThat(mock.response().delay()).isZero();
        assertThat(mock.priority()).isZero();
        assertThat(mock.ttl()).isZero();
        assertThat(mock.webhooks().get(0).trigger()).isEqualTo(Webhook.Trigger.ALWAYS);
        assertThat(mock.webhooks().get(0).type()).isEqualTo(Webhook.Type.HTTP);
        assertThat(Condition.builder().build().assertAction()).isEqualTo(AssertAction.EQUALS);
        assertThat(SseEventChain.builder().build().maxLoops()).isEqualTo(100);
        assertThat(SseEventChain.builder().build().maxTime()).isEqualTo(1200);
        assertThat(SseEventChain.builder().build().logBatch()).isEqualTo(10);
    }
}
