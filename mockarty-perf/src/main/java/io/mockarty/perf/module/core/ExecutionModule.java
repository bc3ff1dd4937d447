package io.mockarty.perf.module.core;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code k6/execution}: where the user and the run are, and how to end them. */
public final class ExecutionModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public ExecutionModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/execution", "mockarty/execution");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Execution(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(ExecutionModule.class, "execution.mjs");
    }
}
