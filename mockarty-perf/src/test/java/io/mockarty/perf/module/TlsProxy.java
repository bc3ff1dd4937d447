package io.mockarty.perf.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Stands before a server of this machine that knows no TLS, and takes encrypted connections for it. */
public final class TlsProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int server;
    private final SSLContext context;
    private final Opening opening;

    private TlsProxy(int server, SSLContext context, Opening opening) throws IOException {
        this.server = server;
        this.context = context;
        this.opening = opening;
        inBackground(this::accept);
    }

    /** Encrypts from the first byte on. */
    public static TlsProxy of(int server, SSLContext context) throws IOException {
        return new TlsProxy(server, context, (client, behind) -> {});
    }

    /** Encrypts when the client of a mail server says STARTTLS, without which it takes no mail (RFC 3207). */
    public static TlsProxy startTls(int server, SSLContext context) throws IOException {
        return new TlsProxy(server, context, TlsProxy::startTls);
    }

    private static void startTls(Socket client, Socket behind) throws IOException {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        say(out, line(behind.getInputStream()));
        String command = line(in);
        while (!command.equals("STARTTLS")) {
            boolean hello = command.startsWith("EHLO");
            say(out, hello ? "250-localhost\r\n250 STARTTLS" : "530 Must issue a STARTTLS command first");
            command = line(in);
        }
        say(out, "220 Go ahead");
    }

    /** Reads no byte too many: those behind the line may be encrypted. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new IOException("closed");
            }
            line.append((char) next);
            next = in.read();
        }
        return line.toString().strip();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            open.add(client);
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket plain) throws IOException {
        try (plain;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(behind);
            opening.talk(plain, behind);
            // The consumed bytes, of which there are none, make it the side of the server.
            try (Socket client = context.getSocketFactory().createSocket(plain, InputStream.nullInputStream(), true)) {
                inBackground(() -> {
                    try (client) {
                        behind.getInputStream().transferTo(client.getOutputStream());
                    }
                });
                client.getInputStream().transferTo(behind.getOutputStream());
            }
        }
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One of both sides has gone, or the client does not like the certificate.
                        return;
                    }
                },
                "tls-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : open) {
            each.close();
        }
    }

    /** What is said before the connection is encrypted. */
    private interface Opening {

        void talk(Socket client, Socket behind) throws IOException;
    }

    private interface Task {

        void run() throws IOException;
    }
}
