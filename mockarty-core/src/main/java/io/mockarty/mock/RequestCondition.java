package io.mockarty.mock;

/**
 * A condition together with the part of the request it looks at. Immutable and thread-safe.
 *
 * @param part the part of the request
 * @param condition what must hold there
 */
public record RequestCondition(Part part, Condition condition) {

    /** A part of an HTTP request that conditions look at. */
    public enum Part {
        /** The body, and what is carried beside it: form fields, multipart parts and cookies. */
        BODY("conditions"),

        /** The query parameters. */
        QUERY("queryParams"),

        /** The headers. */
        HEADER("header");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        /** {@return the field of the HTTP context that holds conditions on this part} */
        public String field() {
            return field;
        }
    }
}
