package io.mockarty.perf.module.ws;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/**
 * WebSockets: {@code mockarty/ws}, which waits for messages, {@code k6/ws} with callbacks, and {@code k6/websockets} as
 * browsers have it.
 */
public final class WsModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public WsModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/ws", "k6/ws", "k6/websockets", "k6/experimental/websockets");
    }

    @Override
    public Object open(ModuleContext user) {
        return new WsFunctions(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(
                WsModule.class,
                switch (name) {
                    case "mockarty/ws" -> "ws.mjs";
                    case "k6/ws" -> "k6-ws.mjs";
                    default -> "websockets.mjs";
                });
    }
}
