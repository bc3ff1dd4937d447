package io.mockarty.perf.module.rabbitmq;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/rabbitmq}: messages over channels of connections that all users share. */
public final class RabbitModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public RabbitModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/rabbitmq");
    }

    @Override
    public List<Library> libraries() {
        return List.of(new Library("com.rabbitmq.client.ConnectionFactory", "com.rabbitmq:amqp-client"));
    }

    @Override
    public Object open(ModuleContext user) {
        return new RabbitFunctions(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(RabbitModule.class, "rabbitmq.mjs");
    }
}
