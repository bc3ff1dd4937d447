package io.mockarty.mock;

import io.mockarty.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the fields of one object of the mock document. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ObjectBuilder<B extends ObjectBuilder<B>>
        permits Condition.Builder,
                Extract.Builder,
                GraphqlContext.Builder,
                GrpcContext.Builder,
                HttpContext.Builder,
                KafkaContext.Builder,
                McpContext.Builder,
                Mock.Builder,
                OneOf.Builder,
                Proxy.Builder,
                RabbitmqContext.Builder,
                Response.Builder,
                SmtpContext.Builder,
                SoapContext.Builder,
                SocketContext.Builder,
                SseContext.Builder,
                SseEvent.Builder,
                SseEventChain.Builder,
                Webhook.Builder {

    private final Map<String, @Nullable Object> fields;

    ObjectBuilder(Map<String, @Nullable Object> fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    /**
     * Sets a field by its name in the document, for fields that this version has no method for.
     *
     * @param name the field name
     * @param value a value that {@link Json#valueOf} understands
     * @return this builder
     * @throws IllegalArgumentException when the value has no JSON form
     */
    @SuppressWarnings("unchecked")
    public B put(String name, @Nullable Object value) {
        fields.put(name, Json.valueOf(value));
        return (B) this;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
