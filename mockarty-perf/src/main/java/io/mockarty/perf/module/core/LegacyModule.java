package io.mockarty.perf.module.core;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;
import java.util.Map;

/** The globals {@code mk} and {@code pm} of older scripts. */
public final class LegacyModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public LegacyModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/internal/legacy");
    }

    @Override
    public Object open(ModuleContext user) {
        return Map.of();
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(LegacyModule.class, "legacy.mjs");
    }
}
