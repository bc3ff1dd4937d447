package io.mockarty.resolver;

import java.net.InetSocketAddress;
import java.net.URI;

/** A port of its own for one namespace, whose routes stand at {@code /}. Thread-safe. */
public final class NamespacePort implements AutoCloseable {

    private final RunningServer server;
    private final InetSocketAddress address;

    NamespacePort(RunningServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /** {@return the port} */
    public int port() {
        return address.getPort();
    }

    /** {@return where the namespace stands, without a slash at the end} */
    public URI baseUrl() {
        return Urls.at("http", address, "");
    }

    /** Closes the port and the connections to it. */
    @Override
    public void close() {
        server.closePort(address);
    }
}
