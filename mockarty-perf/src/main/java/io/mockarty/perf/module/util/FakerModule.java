package io.mockarty.perf.module.util;

import io.mockarty.fake.FakeFunction;
import io.mockarty.fake.FakeNames;
import io.mockarty.fake.FakeSource;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptModule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** The module {@code mockarty/faker}: a function for each name of fake data, such as {@code firstName}. */
public final class FakerModule implements ScriptModule {

    /** Names that begin with an abbreviation, which is written small as a whole. */
    private static final Map<String, String> ABBREVIATED = Map.of(
            "CCNumber", "ccNumber",
            "CCType", "ccType",
            "IPv4", "ipv4",
            "IPv6", "ipv6",
            "JWT", "jwt",
            "RFC3339", "rfc3339",
            "URL", "url",
            "UUID", "uuid",
            "UUIDDigit", "uuidDigit");

    private final Map<String, FakeFunction> functions = new LinkedHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public FakerModule() {
        for (String name : FakeNames.all()) {
            FakeNames.find(name).ifPresent(function -> functions.put(scriptName(name), function));
        }
    }

    private static String scriptName(String name) {
        String abbreviated = ABBREVIATED.get(name);
        return abbreviated != null ? abbreviated : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public List<String> names() {
        return List.of("mockarty/faker");
    }

    @Override
    public Object open(ModuleContext user) {
        FakeSource source = FakeSource.seeded(seed(user), Clock.systemUTC());
        return (ProxyExecutable) arguments -> generate(user, source, arguments);
    }

    /** Each user of a run that can be repeated has numbers of its own, the same each time. */
    private static long seed(ModuleContext user) {
        return user.options().get("seed") instanceof Number seed
                ? seed.longValue() * 1_000_003 + user.position().user()
                : new SecureRandom().nextLong();
    }

    private Object generate(ModuleContext user, FakeSource source, Value... arguments) {
        String name = arguments[0].asString();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            values.add(user.values().toJava(arguments[i]));
        }
        try {
            Object value =
                    java.util.Objects.requireNonNull(functions.get(name), name).generate(source, values);
            return value instanceof Number number && !(value instanceof Long) ? number.doubleValue() : value;
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw user.values().error("Error", message.replace("$.fake.", "faker."));
        }
    }

    @Override
    public String source(String name) {
        StringBuilder text = new StringBuilder("const make = __host('mockarty/faker');\n");
        for (String function : functions.keySet()) {
            text.append("const f_")
                    .append(function)
                    .append(" = (...values) => make('")
                    .append(function)
                    .append("', ...values);\n");
        }
        text.append("export {");
        functions.keySet().forEach(function -> text.append(" f_" + function + " as " + function + ","));
        text.append(" };\nexport default {");
        functions.keySet().forEach(function -> text.append(" " + function + ": f_" + function + ","));
        return text.append(" };\n").toString();
    }
}
