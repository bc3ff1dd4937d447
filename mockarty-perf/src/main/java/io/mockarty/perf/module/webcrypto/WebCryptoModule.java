package io.mockarty.perf.module.webcrypto;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;
import java.util.Map;

/** What is behind the global {@code crypto}. Loaded when a script uses it first. */
public final class WebCryptoModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public WebCryptoModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/internal/webcrypto");
    }

    @Override
    public Object open(ModuleContext user) {
        return Map.of(
                "secrets", new SecretFunctions(user.values()),
                "pairs", new PairFunctions(user.values()));
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(WebCryptoModule.class, "webcrypto.mjs");
    }
}
