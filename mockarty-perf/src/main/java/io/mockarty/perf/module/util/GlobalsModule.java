package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The globals that scripts know from browsers. {@code mockarty/internal/globals} installs them in each context, so it
 * only says where each is found; what is behind a name is loaded when the name is used first.
 */
public final class GlobalsModule implements ScriptModule {

    private static final String PREFIX = "mockarty/internal/";
    private static final double NANOS_PER_MILLI = 1e6;

    /** For {@link java.util.ServiceLoader}. */
    public GlobalsModule() {}

    @Override
    public List<String> names() {
        return List.of(PREFIX + "globals", PREFIX + "text", PREFIX + "url", PREFIX + "clone", PREFIX + "clock");
    }

    @Override
    public Object open(ModuleContext user) {
        long origin = System.nanoTime();
        return Map.of(
                "text", new TextFunctions(user.values()),
                "base64", new Base64Functions(user.values()),
                "now", (ProxyExecutable) arguments -> (System.nanoTime() - origin) / NANOS_PER_MILLI);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(GlobalsModule.class, name.substring(PREFIX.length()) + ".mjs");
    }
}
