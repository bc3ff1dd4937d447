package io.mockarty.perf.module.kafka;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/kafka}: producers, which users share, and consumers. */
public final class KafkaModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public KafkaModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/kafka");
    }

    @Override
    public List<Library> libraries() {
        return List.of(
                new Library("org.apache.kafka.clients.producer.KafkaProducer", "org.apache.kafka:kafka-clients"));
    }

    @Override
    public Object open(ModuleContext user) {
        return new KafkaFunctions(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(KafkaModule.class, "kafka.mjs");
    }
}
