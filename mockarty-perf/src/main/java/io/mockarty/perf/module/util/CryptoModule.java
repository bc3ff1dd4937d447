package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code k6/crypto}: hashes, HMAC, random bytes. */
public final class CryptoModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public CryptoModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/crypto");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Hashes(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(CryptoModule.class, "crypto.mjs");
    }
}
