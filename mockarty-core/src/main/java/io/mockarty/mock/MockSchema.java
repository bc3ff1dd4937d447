package io.mockarty.mock;

import static io.mockarty.mock.FieldType.ANY;
import static io.mockarty.mock.FieldType.ARRAY;
import static io.mockarty.mock.FieldType.FLAG;
import static io.mockarty.mock.FieldType.HEADERS;
import static io.mockarty.mock.FieldType.OBJECT;
import static io.mockarty.mock.FieldType.STRING;
import static io.mockarty.mock.FieldType.STRINGS;
import static io.mockarty.mock.FieldType.STRING_MAP;
import static io.mockarty.mock.FieldType.integer;
import static io.mockarty.mock.FieldType.listOf;
import static io.mockarty.mock.FieldType.literal;
import static io.mockarty.mock.FieldType.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field of the mock document: its name, what it may hold and its other accepted spellings. */
final class MockSchema {

    static final List<String> PROTOCOLS =
            List.of("http", "grpc", "mcp", "socket", "soap", "graphql", "sse", "kafka", "rabbitmq", "smtp");

    private static final Set<String> MCP_METHODS = Set.of("initialize", "ping");

    private static final int LAST_GRPC_CODE = 16;
    private static final FieldType HTTP_STATUS = integer(100, 599);
    private static final FieldType MILLIS = integer(0, Integer.MAX_VALUE);
    private static final FieldType COUNT = integer(0, Integer.MAX_VALUE);
    private static final FieldType EPOCH_MILLIS = integer(0, Long.MAX_VALUE);
    private static final FieldType BASE64 = literal("base64");
    private static final FieldType ABSOLUTE_PATH = text("a path that starts with /", path -> path.startsWith("/"));
    private static final FieldType PREFIX =
            text("a path that starts with /", path -> path.isEmpty() || path.startsWith("/"));
    private static final FieldType REQUIRED_STRING = text("a string that is not empty", string -> !string.isEmpty());

    static final ObjectType CONDITION = ObjectType.of()
            .fields(STRING, "path", "valueFromFile")
            .field("assertAction", literal(literals(AssertAction.values())))
            .field("value", ANY)
            .field("sortArray", FLAG)
            .field("decode", BASE64);

    private static final FieldType CONDITIONS = listOf(CONDITION);

    static final ObjectType HTTP = ObjectType.rewritten(MockSchema::upperCaseMethod, required("route"))
            .field("route", ABSOLUTE_PATH)
            .field("routePattern", STRING)
            .field("httpMethod", text("a request method, such as GET, or ANY", FieldType::isToken))
            .fields(CONDITIONS, "conditions", "queryParams", "header")
            .field("sortArray", FLAG);

    static final ObjectType GRPC = ObjectType.of(required("service"), required("method"))
            .field("service", REQUIRED_STRING, "serviceName", "grpcServiceName")
            .field("method", REQUIRED_STRING, "grpcMethod")
            .field("methodType", literal("unary", "server-stream", "client-stream", "bidirectional"))
            .fields(CONDITIONS, "conditions", "meta")
            .field("sortArray", FLAG);

    static final ObjectType MCP = ObjectType.rewritten(MockSchema::toolFromMethod)
            .fields(STRING, "method", "tool", "resource", "description")
            .fields(CONDITIONS, "conditions", "header")
            .field("sortArray", FLAG);

    static final ObjectType SOCKET = ObjectType.of()
            .fields(STRING, "serverName", "event", "namespace")
            .field("conditions", CONDITIONS)
            .field("sortArray", FLAG);

    static final ObjectType SOAP = ObjectType.of()
            .fields(STRING, "service", "method", "action", "path")
            .fields(CONDITIONS, "conditions", "header")
            .field("sortArray", FLAG);

    static final ObjectType GRAPHQL = ObjectType.of()
            .field("operation", literal("query", "mutation", "subscription"))
            .fields(STRING, "field", "type", "path")
            .fields(CONDITIONS, "conditions", "header")
            .field("sortArray", FLAG);

    static final ObjectType SSE = ObjectType.of()
            .fields(STRING, "eventPath", "eventName", "description")
            .fields(CONDITIONS, "conditions", "headerConditions")
            .field("sortArray", FLAG);

    static final ObjectType KAFKA = ObjectType.of()
            .fields(STRING, "topic", "serverName", "consumerGroup", "outputTopic", "outputBrokers", "outputKey")
            .fields(CONDITIONS, "conditions", "headers")
            .field("outputHeaders", STRING_MAP)
            .field("sortArray", FLAG);

    static final ObjectType RABBITMQ = ObjectType.of()
            .fields(STRING, "queue", "exchange", "routingKey", "serverName")
            .fields(STRING, "outputURL", "outputExchange", "outputRoutingKey", "outputQueue")
            .fields(CONDITIONS, "conditions", "headers")
            .field(
                    "outputProps",
                    ObjectType.of()
                            .fields(integer(0, 255), "deliveryMode", "priority")
                            .fields(STRING, "correlationId", "replyTo", "contentType", "messageId", "type", "appId"))
            .field("sortArray", FLAG);

    static final ObjectType SMTP = ObjectType.of()
            .field("serverName", STRING)
            .fields(CONDITIONS, "senderConditions", "recipientConditions", "subjectConditions")
            .fields(CONDITIONS, "bodyConditions", "headerConditions")
            .field("sortArray", FLAG);

    static final ObjectType SSE_EVENT = ObjectType.of()
            .field("eventName", STRING, "event")
            .fields(STRING, "id", "templatePath")
            .field("data", ANY)
            .field("delay", MILLIS)
            .field("retry", EPOCH_MILLIS);

    static final ObjectType SSE_EVENT_CHAIN = ObjectType.of()
            .field("events", listOf(SSE_EVENT))
            .field("loop", FLAG)
            .field("loopDelay", integer(100, Integer.MAX_VALUE))
            .field("heartbeat", MILLIS)
            .fields(COUNT, "maxLoops", "maxTime", "logBatch");

    private static final FieldType ERROR_DETAIL = ObjectType.of()
            .field(
                    "type",
                    literal(
                            "badRequest",
                            "help",
                            "debugInfo",
                            "errorInfo",
                            "localizedMessage",
                            "preconditionFailure",
                            "quotaFailure",
                            "requestInfo",
                            "resourceInfo",
                            "retryInfo"))
            .field("details", OBJECT);

    private static final FieldType GRAPHQL_ERROR = ObjectType.of()
            .field("message", STRING)
            .field("path", ARRAY)
            .field("locations", listOf(ObjectType.of().fields(COUNT, "line", "column")))
            .field("extensions", OBJECT);

    private static final FieldType SOAP_FAULT = ObjectType.of()
            .fields(STRING, "faultCode", "faultString", "faultActor")
            .field("detail", ANY)
            .field("httpStatus", integer(400, 599));

    static final ObjectType RESPONSE = ObjectType.of()
            .field("headers", HEADERS)
            .field("statusCode", MockSchema::readStatus)
            .field("payload", ANY, "body")
            .fields(STRING, "payloadTemplatePath", "error")
            .field("errorDetails", listOf(ERROR_DETAIL))
            .field("delay", MILLIS)
            .field("decode", BASE64)
            .field("sseEventChain", SSE_EVENT_CHAIN)
            .field("graphqlErrors", listOf(GRAPHQL_ERROR))
            .field("soapFault", SOAP_FAULT)
            .field("mcpIsError", FLAG);

    static final ObjectType ONE_OF = ObjectType.of(MockSchema::atLeastOneResponse)
            .field("order", literal(literals(OneOf.Order.values())))
            .field("offset", COUNT, "offsetOrder")
            .field("responses", listOf(RESPONSE));

    static final ObjectType PROXY = ObjectType.of(required("target"))
            .field("target", text("an absolute URL, such as http://localhost:8080", MockSchema::isUrl));

    static final ObjectType WEBHOOK = ObjectType.of()
            .field("type", literal(literals(Webhook.Type.values())))
            .field("trigger", literal(literals(Webhook.Trigger.values())))
            .field("method", text("a request method, such as POST", FieldType::isToken))
            .fields(STRING, "url", "kafkaBrokers", "kafkaTopic", "kafkaKey", "kafkaUsername", "kafkaPassword")
            .fields(STRING, "rabbitURL", "rabbitExchange", "rabbitRoutingKey", "rabbitQueue")
            .field("headers", STRING_MAP)
            .field("body", ANY)
            .fields(MILLIS, "timeout", "retryDelay")
            .field("retryCount", COUNT)
            .fields(FLAG, "async", "kafkaUseSASL", "kafkaUseTLS", "rabbitMandatory");

    static final ObjectType EXTRACT = ObjectType.of()
            .field("mStore", OBJECT, "mstore")
            .field("cStore", OBJECT, "cstore")
            .field("gStore", OBJECT, "gstore");

    static final ObjectType MOCK = ObjectType.rewritten(
                    MockSchema::liftServerName,
                    MockSchema::oneProtocol,
                    MockSchema::oneAnswer,
                    MockSchema::statusOfProtocol)
            .field("id", REQUIRED_STRING)
            .fields(STRING, "chainId", "serverName", "folderId")
            .field("namespace", text("a name without / ? #", MockSchema::isNamespace))
            .field("pathPrefix", PREFIX)
            .field("http", HTTP)
            .field("grpc", GRPC)
            .field("mcp", MCP)
            .field("socket", SOCKET)
            .field("soap", SOAP)
            .field("graphql", GRAPHQL)
            .field("sse", SSE)
            .field("kafka", KAFKA)
            .field("rabbitmq", RABBITMQ)
            .field("smtp", SMTP)
            .field("response", RESPONSE)
            .field("oneOf", ONE_OF)
            .field("proxy", PROXY)
            .field("webhooks", listOf(WEBHOOK))
            .field("ttl", integer(0, Long.MAX_VALUE))
            .fields(COUNT, "useLimiter", "useCounter")
            .field("priority", integer(Long.MIN_VALUE, Long.MAX_VALUE))
            .field("lenient", FLAG)
            .field("tags", STRINGS)
            .fields(EPOCH_MILLIS, "createdAt", "lastUse", "expireAt", "closedAt")
            .field("extract", EXTRACT)
            .field("mStore", OBJECT, "mstore");

    private MockSchema() {}

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> requireObject(@Nullable Object tree) {
        if (tree instanceof Map) {
            return (Map<String, @Nullable Object>) tree;
        }
        Problems problems = new Problems();
        problems.add("mock", tree, "an object");
        throw new InvalidMockException(problems.found());
    }

    private static String[] literals(Literal... choices) {
        return Arrays.stream(choices).map(Literal::literal).toArray(String[]::new);
    }

    private static ObjectType.Rule required(String field) {
        return (object, path, problems) -> {
            if (object.get(field) == null) {
                problems.add(Problems.join(path, field), null, "a value");
            }
        };
    }

    private static void upperCaseMethod(Map<String, @Nullable Object> http, String path, Problems problems) {
        http.computeIfPresent(
                "httpMethod", (name, method) -> method instanceof String word ? word.toUpperCase(Locale.ROOT) : method);
    }

    /** The tool name in the method field, as some clients write it; a JSON-RPC method always has a slash. */
    private static void toolFromMethod(Map<String, @Nullable Object> mcp, String path, Problems problems) {
        if (mcp.get("method") instanceof String method
                && !method.contains("/")
                && !MCP_METHODS.contains(method)
                && !mcp.containsKey("tool")) {
            mcp.put("tool", method);
            mcp.put("method", "tools/call");
        } else if (mcp.get("tool") instanceof String) {
            mcp.putIfAbsent("method", "tools/call");
        }
    }

    /** The server name inside the MCP context, as some clients write it, belongs to the mock. */
    private static void liftServerName(Map<String, @Nullable Object> mock, String path, Problems problems) {
        if (mock.get("mcp") instanceof Map<?, ?> mcp && mcp.get("serverName") instanceof String serverName) {
            Map<Object, @Nullable Object> rest = new LinkedHashMap<>(mcp);
            rest.remove("serverName");
            mock.put("mcp", rest);
            mock.putIfAbsent("serverName", serverName);
        }
    }

    private static void oneProtocol(Map<String, @Nullable Object> mock, String path, Problems problems) {
        exactlyOne(mock, path, problems, PROTOCOLS);
    }

    private static void oneAnswer(Map<String, @Nullable Object> mock, String path, Problems problems) {
        exactlyOne(mock, path, problems, List.of("response", "oneOf", "proxy"));
    }

    private static void exactlyOne(
            Map<String, @Nullable Object> mock, String path, Problems problems, List<String> names) {
        List<String> present = names.stream().filter(mock::containsKey).toList();
        if (present.size() != 1) {
            problems.add(
                    path.isEmpty() ? "mock" : path,
                    present.isEmpty() ? List.copyOf(mock.keySet()) : String.join(" and ", present),
                    "exactly one of the fields " + String.join(", ", names));
        }
    }

    /** A status code of HTTP, or one of gRPC, which {@link #statusOfProtocol} refuses in other mocks. */
    private static @Nullable Object readStatus(@Nullable Object value, String path, Problems problems) {
        boolean isGrpcCode = value instanceof Long code && code >= 0 && code <= LAST_GRPC_CODE;
        return isGrpcCode ? value : HTTP_STATUS.read(value, path, problems);
    }

    /** Codes of gRPC are for gRPC only, and an interim status is no answer of HTTP. */
    private static void statusOfProtocol(Map<String, @Nullable Object> mock, String path, Problems problems) {
        if (mock.containsKey("grpc")) {
            return;
        }
        boolean isHttp = mock.containsKey("http");
        checkStatus(isHttp, mock.get("response"), Problems.join(path, "response"), problems);
        if (mock.get("oneOf") instanceof Map<?, ?> oneOf && oneOf.get("responses") instanceof List<?> responses) {
            for (int i = 0; i < responses.size(); i++) {
                checkStatus(isHttp, responses.get(i), Problems.join(path, "oneOf.responses[" + i + "]"), problems);
            }
        }
    }

    private static void checkStatus(boolean isHttp, @Nullable Object response, String path, Problems problems) {
        if (!(response instanceof Map<?, ?> fields) || !(fields.get("statusCode") instanceof Long code)) {
            return;
        }
        String field = Problems.join(path, "statusCode");
        if (code >= 0 && code <= LAST_GRPC_CODE) {
            HTTP_STATUS.read(code, field, problems);
        } else if (isHttp && code >= 100 && code < 200) {
            problems.add(field, code, "200..599, a final status");
        }
    }

    private static void atLeastOneResponse(Map<String, @Nullable Object> oneOf, String path, Problems problems) {
        if (!(oneOf.get("responses") instanceof List<?> responses) || responses.isEmpty()) {
            problems.add(Problems.join(path, "responses"), oneOf.get("responses"), "at least one response");
        }
    }

    private static boolean isNamespace(String name) {
        return !name.isBlank() && name.chars().noneMatch(c -> c <= ' ' || c == '/' || c == '?' || c == '#');
    }

    private static boolean isUrl(String target) {
        return target.matches("https?://[^/\\s]+.*");
    }
}
