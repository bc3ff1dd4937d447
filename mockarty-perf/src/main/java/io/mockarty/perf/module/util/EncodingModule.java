package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The modules {@code k6/encoding} and {@code mockarty/encoding}: Base64 and JSON. */
public final class EncodingModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public EncodingModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/encoding", "mockarty/encoding");
    }

    @Override
    public Object open(ModuleContext user) {
        return new Base64Functions(user.values());
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(EncodingModule.class, "encoding.mjs");
    }
}
