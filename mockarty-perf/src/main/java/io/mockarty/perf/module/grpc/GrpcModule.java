package io.mockarty.perf.module.grpc;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/grpc}: {@code connect}, and the classes of {@code k6/net/grpc}. */
public final class GrpcModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public GrpcModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/grpc");
    }

    @Override
    public List<Library> libraries() {
        return GrpcLibraries.ALL;
    }

    @Override
    public Object open(ModuleContext user) {
        return new GrpcClients(user, ReplyForm.MOCKARTY);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(GrpcModule.class, "grpc.mjs").replace("MODULE", name);
    }
}
