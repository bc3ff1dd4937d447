package io.mockarty.perf.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that misbehaves on purpose: it does with each connection what it is told, in the order of connections. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Behaviour> behaviours = new ConcurrentLinkedQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What is done with a connection, after which it is closed. */
    interface Behaviour {
        void serve(Talk talk) throws IOException;
    }

    RawServer() throws IOException {
        threads.execute(this::accept);
    }

    /** One whose connections each answer one request with a text and are closed then. */
    static RawServer answering(String... answers) throws IOException {
        RawServer server = new RawServer();
        for (String answer : answers) {
            server.then(talk -> {
                talk.request();
                talk.write(answer);
            });
        }
        return server;
    }

    RawServer then(Behaviour behaviour) {
        behaviours.add(behaviour);
        return this;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Behaviour behaviour = behaviours.remove();
                threads.execute(() -> serve(socket, behaviour));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, Behaviour behaviour) {
        try (socket) {
            behaviour.serve(new Talk(socket));
        } catch (IOException e) {
            requests.add("failed: " + e.getMessage());
        }
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What was asked, over all connections. */
    List<String> requests() {
        return new ArrayList<>(requests);
    }

    /** How many connections there were. */
    int connections() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    /** One connection. */
    final class Talk {

        private final Socket socket;
        private final InputStream in;

        Talk(Socket socket) throws IOException {
            this.socket = socket;
            in = socket.getInputStream();
        }

        Socket socket() {
            return socket;
        }

        /** Reads the head of a request and the body that it announces. */
        String request() throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("no request");
                }
                text.append((char) next);
            }
            int at = text.indexOf("Content-Length: ");
            int length = at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf("\r\n", at)));
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            requests.add(text.toString());
            return text.toString();
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Waits until the client closes the connection. */
        void awaitEnd() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
