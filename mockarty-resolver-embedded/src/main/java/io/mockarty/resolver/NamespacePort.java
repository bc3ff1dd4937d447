package io.mockarty.resolver;

import java.net.URI;

/** A port of its own for one namespace, whose routes stand at {@code /}. Thread-safe. */
public final class NamespacePort implements AutoCloseable {

    private final RunningServer server;
    private final RunningServer.OpenPort port;

    NamespacePort(RunningServer server, RunningServer.OpenPort port) {
        this.server = server;
        this.port = port;
    }

    /** {@return the port} */
    public int port() {
        return port.address().getPort();
    }

    /** {@return where the namespace stands, without a slash at the end} */
    public URI baseUrl() {
        return Urls.at("http", port.address(), "");
    }

    /** Closes the port and the connections to it. */
    @Override
    public void close() {
        server.closePort(port);
    }
}
