package io.mockarty.mock;

import io.mockarty.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer: status, headers, payload and how it is delivered.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record Response(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public Response {
        json = MockSchema.RESPONSE.canonical(json);
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

    /** {@return the response headers, each with its values; values may contain expressions, possibly empty} */
    public Map<String, List<String>> headers() {
        return Fields.headers(json, "headers");
    }

    /** {@return the status code, 200 by default} */
    public int statusCode() {
        return Fields.integer(json, "statusCode", 200);
    }

    /**
     * {@return the body, a JSON value, or null: a string is sent as it is, anything else as JSON; strings may contain
     * expressions}
     */
    public @Nullable Object payload() {
        return json.get("payload");
    }

    /** {@return a file under the template root that holds the body, or null} */
    public @Nullable String payloadTemplatePath() {
        return Fields.string(json, "payloadTemplatePath");
    }

    /** {@return an error text, sent as the body when there is no payload, or null} */
    public @Nullable String error() {
        return Fields.string(json, "error");
    }

    /** {@return the rich error details of a gRPC status, possibly empty} */
    public List<@Nullable Object> errorDetails() {
        return Fields.array(json, "errorDetails");
    }

    /** {@return how long the answer waits, in milliseconds, 0 by default} */
    public int delay() {
        return Fields.integer(json, "delay", 0);
    }

    /** {@return {@code base64} when the payload is the Base64 form of the real bytes, else null} */
    public @Nullable String decode() {
        return Fields.string(json, "decode");
    }

    /** {@return the events of a server-sent event stream, or null} */
    public @Nullable SseEventChain sseEventChain() {
        return Fields.part(json, "sseEventChain", SseEventChain::new);
    }

    /** {@return the errors of a GraphQL answer, possibly empty} */
    public List<@Nullable Object> graphqlErrors() {
        return Fields.array(json, "graphqlErrors");
    }

    /**
     * {@return the SOAP fault: {@code faultCode}, {@code faultString}, {@code faultActor}, {@code detail},
     * {@code httpStatus}, possibly empty}
     */
    public Map<String, @Nullable Object> soapFault() {
        return Fields.object(json, "soapFault");
    }

    /** {@return whether an MCP tool result is marked as an error, false by default} */
    public boolean mcpIsError() {
        return Fields.flag(json, "mcpIsError");
    }

    /** Builds a {@link Response}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the response headers, each with its values; values may contain expressions. */
        public Builder headers(Map<String, List<String>> headers) {
            return put("headers", headers);
        }

        /** Sets the status code. */
        public Builder statusCode(int statusCode) {
            return put("statusCode", statusCode);
        }

        /** Sets the body: a string is sent as it is, anything else as JSON; strings may contain expressions. */
        public Builder payload(@Nullable Object payload) {
            return put("payload", payload);
        }

        /** Sets a file under the template root that holds the body. */
        public Builder payloadTemplatePath(String payloadTemplatePath) {
            return put("payloadTemplatePath", payloadTemplatePath);
        }

        /** Sets an error text, sent as the body when there is no payload. */
        public Builder error(String error) {
            return put("error", error);
        }

        /** Sets the rich error details of a gRPC status. */
        public Builder errorDetails(List<?> errorDetails) {
            return put("errorDetails", errorDetails);
        }

        /** Sets how long the answer waits, in milliseconds. */
        public Builder delay(int delay) {
            return put("delay", delay);
        }

        /** Sets {@code base64} when the payload is the Base64 form of the real bytes, else null. */
        public Builder decode(String decode) {
            return put("decode", decode);
        }

        /** Sets the events of a server-sent event stream. */
        public Builder sseEventChain(SseEventChain sseEventChain) {
            return put("sseEventChain", sseEventChain.json());
        }

        /** Sets the errors of a GraphQL answer. */
        public Builder graphqlErrors(List<?> graphqlErrors) {
            return put("graphqlErrors", graphqlErrors);
        }

        /**
         * Sets the SOAP fault: {@code faultCode}, {@code faultString}, {@code faultActor}, {@code detail},
         * {@code httpStatus}.
         */
        public Builder soapFault(Map<String, ?> soapFault) {
            return put("soapFault", soapFault);
        }

        /** Sets whether an MCP tool result is marked as an error. */
        public Builder mcpIsError(boolean mcpIsError) {
            return put("mcpIsError", mcpIsError);
        }

        /**
         * Sets the payload from JSON text, a map, a list, a record or a plain value; strings inside it may be
         * expressions.
         *
         * @param value JSON text when it is a string, else an object that {@link Json#valueOf} understands
         * @return this builder
         * @throws io.mockarty.json.JsonSyntaxException when the text is not JSON
         * @throws IllegalArgumentException when the object has no JSON form
         */
        public Builder json(@Nullable Object value) {
            return payload(value instanceof String text ? Json.parse(text) : Json.valueOf(value));
        }

        /**
         * Sets the payload to plain text, which may contain expressions.
         *
         * @param text the text
         * @return this builder
         */
        public Builder text(String text) {
            return payload(text);
        }

        /**
         * Sets one header, in place of its earlier values.
         *
         * @param name the header name
         * @param values its values, which may contain expressions
         * @return this builder
         */
        public Builder header(String name, String... values) {
            Map<String, @Nullable Object> headers = new LinkedHashMap<>(Fields.object(fields(), "headers"));
            headers.put(name, List.of(values));
            return put("headers", headers);
        }

        /**
         * Sets how long the answer waits.
         *
         * @param duration the wait, rounded down to milliseconds
         * @return this builder
         */
        public Builder delay(Duration duration) {
            return delay(Math.toIntExact(duration.toMillis()));
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public Response build() {
            return new Response(fields());
        }
    }
}
