package io.mockarty.perf.module.http;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The modules {@code k6/http} and {@code mockarty/http}. */
public final class HttpModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public HttpModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/http", "mockarty/http");
    }

    @Override
    public Object open(ModuleContext user) {
        return new HttpFunctions(user).asObject();
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(HttpModule.class, "http.mjs");
    }
}
