package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** What scripts find without importing it: timers, {@code TextEncoder}, {@code URL}, {@code crypto}. */
public final class GlobalsModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public GlobalsModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/internal/globals");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Globals(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(GlobalsModule.class, "globals.mjs");
    }
}
