package io.mockarty.mock;

import io.mockarty.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mock: which request it answers, and how.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record Mock(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public Mock {
        json = MockSchema.MOCK.canonical(json);
    }

    /**
     * Starts an empty builder.
     *
     * @return a builder, not thread-safe
     */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /**
     * Starts a builder that holds everything this object holds.
     *
     * @return a builder, not thread-safe
     */
    public Builder toBuilder() {
        return new Builder(json);
    }

    /** {@return the id, unique in its namespace, or null to be given one by the namespace} */
    public @Nullable String id() {
        return Fields.string(json, "id");
    }

    /** {@return the chain whose store this mock shares, or null} */
    public @Nullable String chainId() {
        return Fields.string(json, "chainId");
    }

    /** {@return the namespace, or null for the one it is saved in} */
    public @Nullable String namespace() {
        return Fields.string(json, "namespace");
    }

    /** {@return a path put before the route, empty by default} */
    public String pathPrefix() {
        return Fields.string(json, "pathPrefix", "");
    }

    /** {@return the logical server this mock belongs to, or null} */
    public @Nullable String serverName() {
        return Fields.string(json, "serverName");
    }

    /** {@return the HTTP request to answer, or null when this mock speaks another protocol} */
    public @Nullable HttpContext http() {
        return Fields.part(json, "http", HttpContext::new);
    }

    /** {@return the gRPC call to answer, or null when this mock speaks another protocol} */
    public @Nullable GrpcContext grpc() {
        return Fields.part(json, "grpc", GrpcContext::new);
    }

    /** {@return the MCP request to answer, or null when this mock speaks another protocol} */
    public @Nullable McpContext mcp() {
        return Fields.part(json, "mcp", McpContext::new);
    }

    /** {@return the socket message to answer, or null when this mock speaks another protocol} */
    public @Nullable SocketContext socket() {
        return Fields.part(json, "socket", SocketContext::new);
    }

    /** {@return the SOAP call to answer, or null when this mock speaks another protocol} */
    public @Nullable SoapContext soap() {
        return Fields.part(json, "soap", SoapContext::new);
    }

    /** {@return the GraphQL operation to answer, or null when this mock speaks another protocol} */
    public @Nullable GraphqlContext graphql() {
        return Fields.part(json, "graphql", GraphqlContext::new);
    }

    /** {@return the event stream to answer, or null when this mock speaks another protocol} */
    public @Nullable SseContext sse() {
        return Fields.part(json, "sse", SseContext::new);
    }

    /** {@return the Kafka record to answer, or null when this mock speaks another protocol} */
    public @Nullable KafkaContext kafka() {
        return Fields.part(json, "kafka", KafkaContext::new);
    }

    /** {@return the RabbitMQ message to answer, or null when this mock speaks another protocol} */
    public @Nullable RabbitmqContext rabbitmq() {
        return Fields.part(json, "rabbitmq", RabbitmqContext::new);
    }

    /** {@return the mail to answer, or null when this mock speaks another protocol} */
    public @Nullable SmtpContext smtp() {
        return Fields.part(json, "smtp", SmtpContext::new);
    }

    /** {@return the answer, or null when {@code oneOf} or {@code proxy} answers} */
    public @Nullable Response response() {
        return Fields.part(json, "response", Response::new);
    }

    /** {@return the answers to choose from, or null} */
    public @Nullable OneOf oneOf() {
        return Fields.part(json, "oneOf", OneOf::new);
    }

    /** {@return the upstream server that answers, or null} */
    public @Nullable Proxy proxy() {
        return Fields.part(json, "proxy", Proxy::new);
    }

    /** {@return the messages sent after answering, possibly empty} */
    public List<Webhook> webhooks() {
        return Fields.parts(json, "webhooks", Webhook::new);
    }

    /** {@return how long the mock lives after it was saved, in seconds; 0 for ever, 0 by default} */
    public long ttl() {
        return Fields.number(json, "ttl", 0);
    }

    /** {@return how many requests the mock answers; 0 for no limit, 0 by default} */
    public int useLimiter() {
        return Fields.integer(json, "useLimiter", 0);
    }

    /** {@return how many requests it has answered, as the server last reported it, 0 by default} */
    public int useCounter() {
        return Fields.integer(json, "useCounter", 0);
    }

    /** {@return whether nobody minds when no request uses it, false by default} */
    public boolean lenient() {
        return Fields.flag(json, "lenient");
    }

    /** {@return which mock wins when several match: the higher, 0 by default} */
    public long priority() {
        return Fields.number(json, "priority", 0);
    }

    /** {@return the tags, possibly empty} */
    public List<String> tags() {
        return Fields.strings(json, "tags");
    }

    /** {@return the folder, or null} */
    public @Nullable String folderId() {
        return Fields.string(json, "folderId");
    }

    /** {@return when it was saved, in milliseconds since the epoch; 0 when not saved, 0 by default} */
    public long createdAt() {
        return Fields.number(json, "createdAt", 0);
    }

    /** {@return when it last answered, in milliseconds since the epoch; 0 for never, 0 by default} */
    public long lastUse() {
        return Fields.number(json, "lastUse", 0);
    }

    /** {@return when it stops answering, in milliseconds since the epoch; 0 for never, 0 by default} */
    public long expireAt() {
        return Fields.number(json, "expireAt", 0);
    }

    /** {@return when it was deleted, in milliseconds since the epoch; 0 when alive, 0 by default} */
    public long closedAt() {
        return Fields.number(json, "closedAt", 0);
    }

    /** {@return what a request leaves in the stores, or null} */
    public @Nullable Extract extract() {
        return Fields.part(json, "extract", Extract::new);
    }

    /** {@return the first content of the store of one request, possibly empty} */
    public Map<String, @Nullable Object> mStore() {
        return Fields.object(json, "mStore");
    }

    /**
     * Reads one mock from JSON.
     *
     * @param text a JSON object
     * @return the mock
     * @throws io.mockarty.json.JsonSyntaxException when the text is not JSON
     * @throws InvalidMockException naming every problem, when it is not a mock
     */
    public static Mock fromJson(String text) {
        return new Mock(MockSchema.requireObject(Json.parseStrict(text)));
    }

    /**
     * Writes the mock as JSON, unknown fields included.
     *
     * @return a JSON object on one line
     */
    public String toJson() {
        return Json.write(json);
    }

    /** {@return the protocol: the name of the one context that is set, such as {@code http}} */
    public String protocol() {
        return MockSchema.PROTOCOLS.stream()
                .filter(json::containsKey)
                .findFirst()
                .orElseThrow();
    }

    /** Builds a {@link Mock}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> implements MockBuilder {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the id, unique in its namespace; given by the namespace when absent. */
        public Builder id(String id) {
            return put("id", id);
        }

        /** Sets the chain whose store this mock shares. */
        public Builder chainId(String chainId) {
            return put("chainId", chainId);
        }

        /** Sets the namespace; null for the one it is saved in. */
        public Builder namespace(String namespace) {
            return put("namespace", namespace);
        }

        /** Sets a path put before the route. */
        public Builder pathPrefix(String pathPrefix) {
            return put("pathPrefix", pathPrefix);
        }

        /** Sets the logical server this mock belongs to. */
        public Builder serverName(String serverName) {
            return put("serverName", serverName);
        }

        /** Sets the HTTP request to answer. */
        public Builder http(HttpContext http) {
            return put("http", http.json());
        }

        /** Sets the gRPC call to answer. */
        public Builder grpc(GrpcContext grpc) {
            return put("grpc", grpc.json());
        }

        /** Sets the MCP request to answer. */
        public Builder mcp(McpContext mcp) {
            return put("mcp", mcp.json());
        }

        /** Sets the socket message to answer. */
        public Builder socket(SocketContext socket) {
            return put("socket", socket.json());
        }

        /** Sets the SOAP call to answer. */
        public Builder soap(SoapContext soap) {
            return put("soap", soap.json());
        }

        /** Sets the GraphQL operation to answer. */
        public Builder graphql(GraphqlContext graphql) {
            return put("graphql", graphql.json());
        }

        /** Sets the event stream to answer. */
        public Builder sse(SseContext sse) {
            return put("sse", sse.json());
        }

        /** Sets the Kafka record to answer. */
        public Builder kafka(KafkaContext kafka) {
            return put("kafka", kafka.json());
        }

        /** Sets the RabbitMQ message to answer. */
        public Builder rabbitmq(RabbitmqContext rabbitmq) {
            return put("rabbitmq", rabbitmq.json());
        }

        /** Sets the mail to answer. */
        public Builder smtp(SmtpContext smtp) {
            return put("smtp", smtp.json());
        }

        /** Sets the answer. */
        public Builder response(Response response) {
            return put("response", response.json());
        }

        /** Sets the answers to choose from. */
        public Builder oneOf(OneOf oneOf) {
            return put("oneOf", oneOf.json());
        }

        /** Sets the upstream server that answers. */
        public Builder proxy(Proxy proxy) {
            return put("proxy", proxy.json());
        }

        /** Sets the messages sent after answering. */
        public Builder webhooks(List<Webhook> webhooks) {
            return put("webhooks", Fields.trees(webhooks, Webhook::json));
        }

        /** Sets how long the mock lives after it was saved, in seconds; 0 for ever. */
        public Builder ttl(long ttl) {
            return put("ttl", ttl);
        }

        /** Sets how many requests the mock answers; 0 for no limit. */
        public Builder useLimiter(int useLimiter) {
            return put("useLimiter", useLimiter);
        }

        /** Sets how many requests it has answered, as the server last reported it. */
        public Builder useCounter(int useCounter) {
            return put("useCounter", useCounter);
        }

        /** Sets whether nobody minds when no request uses it. */
        public Builder lenient(boolean lenient) {
            return put("lenient", lenient);
        }

        /** Sets which mock wins when several match: the higher. */
        public Builder priority(long priority) {
            return put("priority", priority);
        }

        /** Sets the tags. */
        public Builder tags(List<String> tags) {
            return put("tags", tags);
        }

        /** Sets the folder. */
        public Builder folderId(String folderId) {
            return put("folderId", folderId);
        }

        /** Sets when it was saved, in milliseconds since the epoch; 0 when not saved. */
        public Builder createdAt(long createdAt) {
            return put("createdAt", createdAt);
        }

        /** Sets when it last answered, in milliseconds since the epoch; 0 for never. */
        public Builder lastUse(long lastUse) {
            return put("lastUse", lastUse);
        }

        /** Sets when it stops answering, in milliseconds since the epoch; 0 for never. */
        public Builder expireAt(long expireAt) {
            return put("expireAt", expireAt);
        }

        /** Sets when it was deleted, in milliseconds since the epoch; 0 when alive. */
        public Builder closedAt(long closedAt) {
            return put("closedAt", closedAt);
        }

        /** Sets what a request leaves in the stores. */
        public Builder extract(Extract extract) {
            return put("extract", extract.json());
        }

        /** Sets the first content of the store of one request. */
        public Builder mStore(Map<String, ?> mStore) {
            return put("mStore", mStore);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        @Override
        public Mock build() {
            return new Mock(fields());
        }
    }
}
