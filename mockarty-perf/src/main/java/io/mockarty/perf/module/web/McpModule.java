package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** The module {@code mockarty/mcp}: {@code connect(url, { headers, timeout, transport, protocolVersion, tags })}. */
public final class McpModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public McpModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/mcp");
    }

    @Override
    public Object open(ModuleContext user) {
        WebMeter meter = new WebMeter(user, "mcp");
        WebCalls calls = new WebCalls(user);
        return Map.of("connect", (ProxyExecutable) arguments -> {
            if (arguments.length == 0 || !arguments[0].isString()) {
                throw new ScriptException("mcp.connect: url: missing (expected: http://host/path)");
            }
            McpSession session =
                    McpSession.of(user, calls, arguments[0].asString(), arguments.length > 1 ? arguments[1] : null);
            return new McpClient(user, meter, session).asObject();
        });
    }
}
