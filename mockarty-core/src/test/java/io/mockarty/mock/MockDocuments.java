package io.mockarty.mock;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One mock document per protocol, which together use every field there is. */
final class MockDocuments {

    private static final String CONDITION = """
            {"path": "$.kind", "assertAction": "equals", "value": {"a": [1, 2.50, null]}, "valueFromFile": "expected.json",
             "sortArray": true, "decode": "base64"}""";

    private static final String RESPONSE = """
            {"headers": {"X-Demo": ["1", "$.fake.UUID"]}, "statusCode": 202, "delay": 20,
             "payload": {"id": "$.pathParam.id", "price": 10.50, "big": 12345678901234567890, "none": null},
             "payloadTemplatePath": "order.json", "error": "broken", "decode": "base64", "mcpIsError": true,
             "errorDetails": [{"type": "badRequest", "details": {"field": "name"}}],
             "sseEventChain": {
               "events": [{"eventName": "tick", "data": {"n": "$.mS.n"}, "delay": 5, "id": "1", "retry": 3000,
                           "templatePath": "event.json"}],
               "loop": true, "loopDelay": 100, "heartbeat": 1000, "maxLoops": 3, "maxTime": 60, "logBatch": 10},
             "graphqlErrors": [{"message": "no", "path": ["user", 0], "locations": [{"line": 1, "column": 2}],
                                "extensions": {"code": "X"}}],
             "soapFault": {"faultCode": "soap:Server", "faultString": "oops", "faultActor": "urn:me",
                           "detail": "<why/>", "httpStatus": 500}}""";

    private static final String WEBHOOK = """
            {"type": "kafka", "trigger": "on_error", "url": "http://sink/hook", "method": "PUT",
             "headers": {"X-Hook": "$.response.id"}, "body": {"id": "$.response.id"}, "timeout": 5000,
             "retryCount": 2, "retryDelay": 100, "async": true,
             "kafkaBrokers": "k:9092", "kafkaTopic": "t", "kafkaKey": "k", "kafkaUsername": "u", "kafkaPassword": "p",
             "kafkaUseSASL": true, "kafkaUseTLS": true,
             "rabbitURL": "amqp://r", "rabbitExchange": "x", "rabbitRoutingKey": "rk", "rabbitQueue": "q",
             "rabbitMandatory": true}""";

    private static final String COMMON = """
            {"id": "orders", "chainId": "chain", "namespace": "sandbox", "pathPrefix": "/v2", "serverName": "srv",
             %s: %s,
             %s,
             "webhooks": [WEBHOOK], "ttl": 600, "useLimiter": 5, "useCounter": 1, "priority": -10,
             "tags": ["demo", "scenario:x"], "folderId": "f-1",
             "createdAt": 1790000000000, "lastUse": 1790000000001, "expireAt": 1790000600000, "closedAt": 1790000600001,
             "extract": {"mStore": {"a": "$.req.a"}, "cStore": {"b.c": 1.50}, "gStore": {"d": [null]}},
             "mStore": {"seed": {"n": 1}}, "lenient": true}""";

    private static final Map<String, String> CONTEXTS = new TreeMap<>(Map.of(
            "http", """
            {"route": "/orders/:id", "routePattern": "/orders/{id}", "httpMethod": "POST", "sortArray": true,
             "conditions": [CONDITION], "queryParams": [CONDITION], "header": [CONDITION]}""",
            "grpc", """
            {"service": "shop.Orders", "method": "Get", "methodType": "server-stream", "sortArray": true,
             "conditions": [CONDITION], "meta": [CONDITION]}""",
            "mcp", """
            {"method": "resources/read", "tool": "find", "resource": "file:///a", "description": "finds",
             "sortArray": true, "conditions": [CONDITION], "header": [CONDITION]}""",
            "socket", """
            {"serverName": "s", "event": "message", "namespace": "/chat", "sortArray": true, "conditions": [CONDITION]}""",
            "soap", """
            {"service": "Accounts", "method": "Get", "action": "urn:get", "path": "/soap", "sortArray": true,
             "conditions": [CONDITION], "header": [CONDITION]}""",
            "graphql", """
            {"operation": "mutation", "field": "user", "type": "User", "path": "/graphql", "sortArray": true,
             "conditions": [CONDITION], "header": [CONDITION]}""",
            "sse", """
            {"eventPath": "/events", "eventName": "tick", "description": "ticks", "sortArray": true,
             "conditions": [CONDITION], "headerConditions": [CONDITION]}""",
            "kafka", """
            {"topic": "in", "serverName": "s", "consumerGroup": "g", "sortArray": true,
             "conditions": [CONDITION], "headers": [CONDITION], "outputTopic": "out", "outputBrokers": "a:1,b:2",
             "outputKey": "k", "outputHeaders": {"h": "v"}}""",
            "rabbitmq", """
            {"queue": "q", "exchange": "e", "routingKey": "r", "serverName": "s", "sortArray": true,
             "conditions": [CONDITION], "headers": [CONDITION], "outputURL": "amqp://o", "outputExchange": "oe",
             "outputRoutingKey": "or", "outputQueue": "oq",
             "outputProps": {"deliveryMode": 2, "correlationId": "c", "replyTo": "r", "contentType": "t",
                             "priority": 255, "messageId": "m", "type": "y", "appId": "a"}}""",
            "smtp", """
            {"serverName": "s", "sortArray": true, "senderConditions": [CONDITION],
             "recipientConditions": [CONDITION], "subjectConditions": [CONDITION], "bodyConditions": [CONDITION],
             "headerConditions": [CONDITION]}"""));

    private MockDocuments() {}

    static Stream<String> protocols() {
        return CONTEXTS.keySet().stream();
    }

    /** The document of a protocol with an answer of its own. */
    static String of(String protocol) {
        return of(protocol, "\"response\": RESPONSE");
    }

    static String withOneOf() {
        return of("http", "\"oneOf\": {\"order\": \"random\", \"offset\": 2, \"responses\": [RESPONSE, {}]}");
    }

    static String withProxy() {
        return of("http", "\"proxy\": {\"target\": \"http://localhost:8080/base\"}");
    }

    private static String of(String protocol, String answer) {
        return COMMON.formatted("\"" + protocol + "\"", CONTEXTS.get(protocol), answer)
                .replace("RESPONSE", RESPONSE)
                .replace("WEBHOOK", WEBHOOK)
                .replace("CONDITION", CONDITION);
    }
}
