package io.mockarty.resolver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends exactly the bytes it is given over HTTP/1.1 and waits ten seconds at most for anything. */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    public RawClient(int port) {
        this(connect(port));
    }

    public RawClient(Socket connected) {
        try {
            socket = connected;
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connect(int port) {
        try {
            return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One answer; header names in any case, the values of one name joined by commas. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.get(name);
        }
    }

    /** Sends one request and reads its answer. */
    public static Answer exchange(int port, String request) {
        try (RawClient client = new RawClient(port)) {
            return client.send(request).read();
        }
    }

    /** Sends text; its lines end as they are. */
    public RawClient send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawClient send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends as much of a text as the server takes before it closes the connection. */
    public RawClient sendUntilClosed(String text) {
        try {
            return send(text);
        } catch (UncheckedIOException e) {
            return this;
        }
    }

    /** Sends a GET request without body. */
    public RawClient get(String target, String... headers) {
        return send(head("GET", target, headers));
    }

    public static String head(String method, String target, String... headers) {
        List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Host: test"));
        lines.addAll(List.of(headers));
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** Reads the answer to a request that may have a body in its answer. */
    public Answer read() {
        return read(false);
    }

    /** Reads an answer without body, to HEAD. */
    public Answer readHead() {
        return read(true);
    }

    private Answer read(boolean headOnly) {
        try {
            String[] status = line().split(" ", 3);
            int code = Integer.parseInt(status[1]);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(); !line.isEmpty(); line = line()) {
                String[] field = line.split(":\\s*", 2);
                headers.merge(field[0], field[1], (a, b) -> a + "," + b);
            }
            boolean empty = headOnly || code < 200 || code == 204 || code == 304;
            return new Answer(code, headers, empty ? new byte[0] : body(headers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                chunks.write(in.readNBytes(size));
                line();
            }
            line();
            return chunks.toByteArray();
        }
        String length = headers.get("Content-Length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed after \"" + line + "\"");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Waits for the end of the connection and tells whether nothing came before it. */
    public boolean isClosedByServer() {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return everything up to the end of the connection, however it ends} */
    public String readToEnd() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException e) {
            // A reset ends a connection, too.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** {@return everything up to the first place where a text has come} */
    public byte[] readUntil(String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            while (!all.toString(StandardCharsets.ISO_8859_1).endsWith(text)) {
                int b = in.read();
                if (b < 0) {
                    throw new EOFException("the connection was closed before \"" + text + "\"");
                }
                all.write(b);
            }
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
