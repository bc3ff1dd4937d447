package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/faker}: invented values. */
public final class FakerModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public FakerModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/faker");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Fakes(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(FakerModule.class, "faker.mjs");
    }
}
