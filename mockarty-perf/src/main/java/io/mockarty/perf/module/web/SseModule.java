package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The module {@code mockarty/sse}: {@code connect(url, { timeout, limit, headers, method, body, reconnect, tags })}.
 */
public final class SseModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public SseModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/sse");
    }

    @Override
    public Object open(ModuleContext user) {
        SseCalls calls = new SseCalls(user);
        return Map.of("connect", (ProxyExecutable) calls::connect);
    }
}
