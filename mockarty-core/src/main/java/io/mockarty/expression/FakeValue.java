package io.mockarty.expression;

import io.mockarty.fake.FakeFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $.fake.Name(...)}. */
record FakeValue(FakeFunction function, List<Expression> arguments) implements Expression {

    @Override
    public @Nullable Object evaluate(Scope scope) {
        if (arguments.isEmpty()) {
            return function.generate(scope.fakes(), List.of());
        }
        List<@Nullable Object> values = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            values.add(argument.evaluate(scope));
        }
        return function.checkArguments(values) == null ? function.generate(scope.fakes(), values) : null;
    }

    @Override
    public boolean readsSharedStores() {
        return arguments.stream().anyMatch(Expression::readsSharedStores);
    }
}
