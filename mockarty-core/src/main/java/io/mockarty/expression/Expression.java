package io.mockarty.expression;

import io.mockarty.json.Json;
import org.jspecify.annotations.Nullable;

/** A parsed expression. Immutable and thread-safe. */
@FunctionalInterface
interface Expression {

    /** Returns the JSON value for one request, null when it cannot be resolved. */
    @Nullable
    Object evaluate(Scope scope);

    /** Returns the value as it appears inside text. */
    default String text(Scope scope) {
        return Json.text(evaluate(scope));
    }

    /** Tells whether the value may come from a store that outlives the request. */
    default boolean readsSharedStores() {
        return false;
    }

    /** An expression whose value never changes. */
    record Literal(@Nullable Object value) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return value;
        }
    }
}
