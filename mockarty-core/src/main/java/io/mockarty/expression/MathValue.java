package io.mockarty.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $.sum(a, b)} and its siblings. */
record MathValue(MathFunction function, List<Expression> arguments) implements Expression {

    @Override
    public @Nullable Object evaluate(Scope scope) {
        List<@Nullable Object> values = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            values.add(argument.evaluate(scope));
        }
        return function.apply(values);
    }

    @Override
    public boolean readsSharedStores() {
        return arguments.stream().anyMatch(Expression::readsSharedStores);
    }
}
