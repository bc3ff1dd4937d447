package io.mockarty.perf.module.grpc;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code k6/net/grpc}: Client, Stream, and the constants of statuses. */
public final class K6GrpcModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public K6GrpcModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/net/grpc");
    }

    @Override
    public List<Library> libraries() {
        return GrpcLibraries.ALL;
    }

    @Override
    public Object open(ModuleContext user) {
        return new GrpcClients(user, ReplyForm.K6);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(K6GrpcModule.class, "grpc.mjs").replace("MODULE", name);
    }
}
