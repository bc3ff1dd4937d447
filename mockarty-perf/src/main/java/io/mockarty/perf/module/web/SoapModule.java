package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** The module {@code mockarty/soap}: {@code call(url, { action, body, headers, version, header, timeout, tags })}. */
public final class SoapModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public SoapModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/soap");
    }

    @Override
    public Object open(ModuleContext user) {
        SoapCalls calls = new SoapCalls(user);
        return Map.of("call", (ProxyExecutable) calls::call);
    }
}
