package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/graphql}: {@code query}, {@code mutate}, {@code client}. */
public final class GraphQlModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public GraphQlModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/graphql");
    }

    @Override
    public Object open(ModuleContext user) {
        return new GraphQlCalls(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(GraphQlModule.class, "graphql.mjs");
    }
}
