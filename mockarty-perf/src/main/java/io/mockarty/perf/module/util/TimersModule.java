package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code k6/timers}, whose functions are globals as well. */
public final class TimersModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public TimersModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/timers", "mockarty/timers");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Timers(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(TimersModule.class, "timers.mjs");
    }
}
