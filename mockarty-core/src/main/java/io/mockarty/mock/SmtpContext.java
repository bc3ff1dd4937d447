package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to accept or refuse.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record SmtpContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public SmtpContext {
        json = MockSchema.SMTP.canonical(json);
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

    /** {@return the logical server, or null} */
    public @Nullable String serverName() {
        return Fields.string(json, "serverName");
    }

    /** {@return conditions on the sender, possibly empty} */
    public List<Condition> senderConditions() {
        return Fields.parts(json, "senderConditions", Condition::new);
    }

    /** {@return conditions on the recipients, possibly empty} */
    public List<Condition> recipientConditions() {
        return Fields.parts(json, "recipientConditions", Condition::new);
    }

    /** {@return conditions on the subject, possibly empty} */
    public List<Condition> subjectConditions() {
        return Fields.parts(json, "subjectConditions", Condition::new);
    }

    /** {@return conditions on the body, possibly empty} */
    public List<Condition> bodyConditions() {
        return Fields.parts(json, "bodyConditions", Condition::new);
    }

    /** {@return conditions on the mail headers, possibly empty} */
    public List<Condition> headerConditions() {
        return Fields.parts(json, "headerConditions", Condition::new);
    }

    /**
     * {@return whether arrays are sorted on both sides before comparing, where a condition does not say so itself,
     * false by default}
     */
    public boolean sortArray() {
        return Fields.flag(json, "sortArray");
    }

    /** Builds a {@link SmtpContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the logical server. */
        public Builder serverName(String serverName) {
            return put("serverName", serverName);
        }

        /** Sets conditions on the sender. */
        public Builder senderConditions(List<Condition> senderConditions) {
            return put("senderConditions", Fields.trees(senderConditions, Condition::json));
        }

        /** Sets conditions on the recipients. */
        public Builder recipientConditions(List<Condition> recipientConditions) {
            return put("recipientConditions", Fields.trees(recipientConditions, Condition::json));
        }

        /** Sets conditions on the subject. */
        public Builder subjectConditions(List<Condition> subjectConditions) {
            return put("subjectConditions", Fields.trees(subjectConditions, Condition::json));
        }

        /** Sets conditions on the body. */
        public Builder bodyConditions(List<Condition> bodyConditions) {
            return put("bodyConditions", Fields.trees(bodyConditions, Condition::json));
        }

        /** Sets conditions on the mail headers. */
        public Builder headerConditions(List<Condition> headerConditions) {
            return put("headerConditions", Fields.trees(headerConditions, Condition::json));
        }

        /** Sets whether arrays are sorted on both sides before comparing, where a condition does not say so itself. */
        public Builder sortArray(boolean sortArray) {
            return put("sortArray", sortArray);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public SmtpContext build() {
            return new SmtpContext(fields());
        }
    }
}
