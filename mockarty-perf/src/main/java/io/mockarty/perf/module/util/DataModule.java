package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The modules {@code k6/data} and {@code mockarty/data}: arrays that all users share. */
public final class DataModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public DataModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/data", "mockarty/data");
    }

    @Override
    public Object open(ModuleContext user) {
        return new SharedArrays(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(DataModule.class, "data.mjs");
    }
}
