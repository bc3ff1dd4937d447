package io.mockarty.fake;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fake function made of its name, the rule its arguments follow and the code that invents the value. */
record NamedFunction(String name, ArgumentRule rule, Body body) implements FakeFunction {

    /** Invents a value from arguments that follow the rule. */
    @FunctionalInterface
    interface Body {
        Object generate(FakeSource source, Arguments args);
    }

    static FakeFunction plain(String name, Function<FakeSource, Object> body) {
        return new NamedFunction(name, ArgumentRule.none(), (source, args) -> body.apply(source));
    }

    static FakeFunction with(String name, ArgumentRule rule, Body body) {
        return new NamedFunction(name, rule, body);
    }

    @Override
    public @Nullable String checkArguments(List<@Nullable Object> args) {
        return rule.accepts().test(new Arguments(args)) ? null : rule.expected();
    }

    @Override
    public Object generate(FakeSource source, List<@Nullable Object> args) {
        String expected = checkArguments(args);
        if (expected != null) {
            throw new IllegalArgumentException("$.fake." + name
                    + args.toString().replace('[', '(').replace(']', ')') + " (expected: " + expected + ")");
        }
        return body.generate(source, new Arguments(args));
    }
}
