package io.mockarty.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code a || b}: the first value that is there. Zero, false and the empty string are there. */
record FirstResolved(List<Expression> alternatives) implements Expression {

    @Override
    public @Nullable Object evaluate(Scope scope) {
        for (Expression alternative : alternatives) {
            Object value = alternative.evaluate(scope);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public boolean readsSharedStores() {
        return alternatives.stream().anyMatch(Expression::readsSharedStores);
    }
}
