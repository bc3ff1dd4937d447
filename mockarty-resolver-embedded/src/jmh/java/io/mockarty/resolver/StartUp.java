package io.mockarty.resolver;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How long a server takes to start in this process, with one mock, up to its first answer. The first start loads the
 * classes, the others show what is left in a test suite. Not a JMH benchmark, because JMH warms up what is measured
 * here.
 */
public final class StartUp {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private StartUp() {}

    /**
     * Starts servers, one after the other.
     *
     * @param arguments how many, 10 when left out
     * @throws IOException when a server does not answer
     */
    public static void main(String[] arguments) throws IOException {
        int starts = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        loadTheClient();
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= starts; i++) {
            rows.append(String.format(Locale.ROOT, "start %d ", i)).append(measure());
        }
        PrintStream out = System.out;
        out.print(rows);
    }

    private static String measure() throws IOException {
        long begin = System.nanoTime();
        MockartyServer server = MockartyServer.start();
        server.stub(get("/hello").respond(ok().json("{\"message\": \"Hello, World!\"}")));
        long started = System.nanoTime();
        int status = request(server.port());
        long answered = System.nanoTime();
        server.close();
        long closed = System.nanoTime();
        if (status != 200) {
            throw new IOException("status " + status + " (expected: 200)");
        }
        return String.format(
                Locale.ROOT,
                "start_ms %.1f first_call_ms %.1f total_ms %.1f stop_ms %.1f%n",
                (started - begin) / 1e6,
                (answered - started) / 1e6,
                (answered - begin) / 1e6,
                (closed - answered) / 1e6);
    }

    /** Asks a port where nobody listens, so that the client's own classes are not part of the first figure. */
    private static void loadTheClient() {
        try {
            request(1);
        } catch (IOException expected) {
            // Nobody listens there.
        }
    }

    private static int request(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), TIMEOUT_MILLIS);
            String request = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? -1 : Integer.parseInt(line.split(" ")[1]);
        }
    }
}
