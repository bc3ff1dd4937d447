package io.mockarty.perf.module.html;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code k6/html}: pages to be searched, as with jQuery. */
public final class HtmlModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public HtmlModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/html", "mockarty/html");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Pages(user.values());
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(HtmlModule.class, "html.mjs");
    }
}
