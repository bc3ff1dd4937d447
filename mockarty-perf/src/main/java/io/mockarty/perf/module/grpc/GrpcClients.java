package io.mockarty.perf.module.grpc;

import io.mockarty.perf.module.ModuleContext;
import java.util.HashSet;
import java.util.Set;
import org.graalvm.polyglot.HostAccess.Export;

/** What {@code grpc.mjs} needs of Java. Public only so that scripts can call it. */
public final class GrpcClients implements AutoCloseable {

    private final ModuleContext user;
    private final GrpcMetrics metrics;
    private final ReplyForm form;
    private final Set<GrpcConnection> connections = new HashSet<>();

    GrpcClients(ModuleContext user, ReplyForm form) {
        this.user = user;
        this.form = form;
        metrics = new GrpcMetrics(user);
        user.closeAtEnd(this);
    }

    /** {@return a client without connection} */
    @Export
    public GrpcClient client() {
        return new GrpcClient(user, metrics, form, this);
    }

    GrpcConnection open(ConnectOptions options) {
        GrpcConnection connection =
                GrpcConnection.open(options, Boolean.TRUE.equals(user.options().get("insecureSkipTLSVerify")));
        connections.add(connection);
        return connection;
    }

    void close(GrpcConnection connection) {
        connections.remove(connection);
        connection.close();
    }

    /** Closes all connections. */
    @Override
    public void close() {
        connections.forEach(GrpcConnection::close);
        connections.clear();
    }
}
