package io.mockarty.perf.module;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes connections and never says a word. */
public final class SilentServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    public SilentServer() throws IOException {
        Thread thread = new Thread(this::accept, "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                accepted.add(socket.accept());
            }
        } catch (IOException e) {
            // The server was closed.
            return;
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Whether somebody has connected. */
    public boolean isTalkedTo() {
        return !accepted.isEmpty();
    }

    /** A port at which nobody listens. */
    public static int closedPort() throws IOException {
        return closedPorts(1).get(0);
    }

    /** Ports at which nobody listens, all different. */
    public static List<Integer> closedPorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket unused : sockets) {
            unused.close();
        }
        return ports;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : accepted) {
            each.close();
        }
    }
}
