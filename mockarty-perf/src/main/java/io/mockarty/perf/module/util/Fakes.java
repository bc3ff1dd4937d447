package io.mockarty.perf.module.util;

import io.mockarty.fake.FakeFunction;
import io.mockarty.fake.FakeNames;
import io.mockarty.fake.FakeSource;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** Invented values as functions of an object; names are found however they are capitalized. */
final class Fakes implements ProxyObject {

    /** What JavaScript itself asks objects for. */
    private static final Set<String> OF_THE_LANGUAGE =
            Set.of("then", "toJSON", "toString", "valueOf", "constructor", "default");

    private final ModuleContext user;
    private final FakeSource source;
    private final Map<String, ProxyExecutable> functions = new TreeMap<>();

    Fakes(ModuleContext user) {
        this.user = user;
        Object seed = user.options().get("seed");
        long own = seed instanceof Number number
                ? number.longValue() * 31 + user.position().user()
                : ThreadLocalRandom.current().nextLong();
        source = FakeSource.seeded(own, Clock.systemUTC());
    }

    @Override
    public @Nullable Object getMember(String name) {
        ProxyExecutable known = functions.get(name);
        if (known == null) {
            FakeFunction function = FakeNames.find(name)
                    .orElseThrow(
                            () -> new ScriptException("faker." + name + " (expected: a function of the faker; near are "
                                    + String.join(", ", FakeNames.nearest(name)) + ")"));
            known = arguments -> generate(function, arguments);
            functions.put(name, known);
        }
        return known;
    }

    private Object generate(FakeFunction function, Value... arguments) {
        List<@Nullable Object> values = new ArrayList<>();
        Arrays.stream(arguments).forEach(argument -> values.add(user.values().toJava(argument)));
        try {
            return user.values().toScript(function.generate(source, values));
        } catch (IllegalArgumentException e) {
            throw new ScriptException("faker." + e.getMessage(), e);
        }
    }

    @Override
    public Object getMemberKeys() {
        return org.graalvm.polyglot.proxy.ProxyArray.fromList(new ArrayList<>(FakeNames.all()));
    }

    @Override
    public boolean hasMember(String name) {
        // Others are asked for by a script that has misspelled them, and are told so by getMember.
        return !OF_THE_LANGUAGE.contains(name);
    }

    @Override
    public void putMember(String name, Value value) {
        throw new UnsupportedOperationException("faker has no members to set");
    }
}
