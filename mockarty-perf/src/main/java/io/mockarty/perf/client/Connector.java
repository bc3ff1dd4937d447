package io.mockarty.perf.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens connections as the settings say. Thread-safe. */
final class Connector {

    private static final String[] HTTP_1 = {"http/1.1"};
    private static final String[] HTTP_2 = {"h2", "http/1.1"};

    private final ClientSettings settings;
    private final Addresses addresses;
    private final Deadlines deadlines;
    private final Set<Deadlines.Watched> opening = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Connector(ClientSettings settings, Addresses addresses, Deadlines deadlines) {
        this.settings = settings;
        this.addresses = addresses;
        this.deadlines = deadlines;
    }

    /**
     * Opens a connection to the first address that answers.
     *
     * @param http2 whether HTTP/2 is offered; when the server takes it, the connection is of use to nobody here
     */
    HttpConnection open(Origin origin, long deadline, boolean http2) throws HttpFailure {
        long start = System.nanoTime();
        IOException problem = null;
        HttpTimings timings = HttpTimings.NONE;
        for (InetAddress address : addresses.of(origin)) {
            long found = System.nanoTime();
            Socket socket = new Socket();
            Deadlines.Watched watch = deadlines.watch(socket);
            watch.until(deadline);
            opening.add(watch);
            try {
                if (closed) {
                    watch.cut();
                }
                return connect(origin, address, watch, http2, new long[] {start, found});
            } catch (IOException e) {
                deadlines.forget(watch);
                watch.cut();
                timings = new HttpTimings(found - start, System.nanoTime() - found, 0, 0, 0, 0);
                if (watch.late()) {
                    throw HttpClient.timeout(origin, timings);
                }
                problem = problem == null ? e : problem;
            } finally {
                opening.remove(watch);
            }
        }
        throw HttpClient.failure(origin, problem == null ? new IOException("no address") : problem, timings);
    }

    private HttpConnection connect(
            Origin origin, InetAddress address, Deadlines.Watched watch, boolean http2, long[] times)
            throws IOException {
        Socket plain = watch.socket();
        plain.setTcpNoDelay(true);
        plain.connect(new InetSocketAddress(address, addresses.port(origin)));
        long connected = System.nanoTime();
        SSLSocket encrypted = origin.secure() ? encrypt(plain, origin, http2 ? HTTP_2 : HTTP_1) : null;
        long secured = encrypted == null ? connected : System.nanoTime();
        HttpTimings timings = new HttpTimings(times[1] - times[0], connected - times[1], secured - connected, 0, 0, 0);
        return new HttpConnection(origin, encrypted == null ? plain : encrypted, watch, timings);
    }

    private SSLSocket encrypt(Socket plain, Origin origin, String[] offered) throws IOException {
        SSLSocket socket = (SSLSocket) settings.tls().get().createSocket(plain, origin.host(), origin.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(offered);
        if (settings.verify()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (!settings.tlsProtocols().isEmpty()) {
            parameters.setProtocols(settings.tlsProtocols().toArray(String[]::new));
        }
        if (!settings.tlsCiphers().isEmpty()) {
            parameters.setCipherSuites(settings.tlsCiphers().toArray(String[]::new));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    void closed(HttpConnection connection) {
        deadlines.forget(connection.watch());
    }

    /** Ends attempts to connect, and those that are still to come. */
    void close() {
        closed = true;
        opening.forEach(Deadlines.Watched::cut);
    }
}
