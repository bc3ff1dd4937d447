package io.mockarty.perf.module.grpc;

import io.mockarty.perf.module.ModuleContext;
import org.graalvm.polyglot.HostAccess.Export;

/** What {@code grpc.mjs} needs of Java. Public only so that scripts can call it. */
public final class GrpcClients {

    private final ModuleContext user;
    private final GrpcMetrics metrics;
    private final ReplyForm form;

    GrpcClients(ModuleContext user, ReplyForm form) {
        this.user = user;
        this.form = form;
        metrics = new GrpcMetrics(user);
    }

    /** {@return a client without connection} */
    @Export
    public GrpcClient client() {
        return new GrpcClient(user, metrics, form);
    }
}
