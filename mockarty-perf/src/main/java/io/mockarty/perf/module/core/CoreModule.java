package io.mockarty.perf.module.core;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The modules {@code k6} and {@code mockarty/core}: check, group, sleep, fail, randomSeed. */
public final class CoreModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public CoreModule() {}

    @Override
    public List<String> names() {
        return List.of("k6", "mockarty/core");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Checks(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(CoreModule.class, "core.mjs");
    }
}
