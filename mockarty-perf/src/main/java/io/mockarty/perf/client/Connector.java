package io.mockarty.perf.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens connections as the settings say. Thread-safe. */
final class Connector {

    private final ClientSettings settings;
    private final Deadlines deadlines;

    Connector(ClientSettings settings, Deadlines deadlines) {
        this.settings = settings;
        this.deadlines = deadlines;
    }

    HttpConnection open(Origin origin, long deadline) throws IOException {
        if (settings.blockedHosts().test(origin.host())) {
            throw new HttpFailure(
                    FailureCodes.BLOCKED_HOST, "hostname " + origin.host() + " is blocked", HttpTimings.NONE, null);
        }
        long start = System.nanoTime();
        InetSocketAddress address = address(origin);
        if (settings.blockedAddresses().test(address.getAddress().getAddress())) {
            throw new HttpFailure(
                    FailureCodes.BLOCKED_ADDRESS,
                    "IP " + address.getAddress().getHostAddress() + " of " + origin.host() + " is blocked",
                    HttpTimings.NONE,
                    null);
        }
        long found = System.nanoTime();
        Socket plain = new Socket();
        Deadlines.Watched watch = deadlines.watch(plain);
        watch.until(deadline);
        try {
            plain.setTcpNoDelay(true);
            plain.connect(address);
            long connected = System.nanoTime();
            Socket socket = origin.secure() ? encrypt(plain, origin) : plain;
            long secured = origin.secure() ? System.nanoTime() : connected;
            return new HttpConnection(
                    origin,
                    socket,
                    watch,
                    new HttpTimings(found - start, connected - found, secured - connected, 0, 0, 0));
        } catch (IOException e) {
            deadlines.forget(watch);
            plain.close();
            HttpTimings timings = new HttpTimings(found - start, System.nanoTime() - found, 0, 0, 0, 0);
            throw watch.late() ? HttpClient.timeout(origin, timings) : HttpClient.failure(origin, e, timings);
        }
    }

    private InetSocketAddress address(Origin origin) throws IOException {
        String override = override(origin);
        String host = origin.host();
        int port = origin.port();
        if (override != null) {
            int colon = override.lastIndexOf(':');
            boolean hasPort = colon > 0 && override.indexOf(':') == colon || override.contains("]:");
            host = hasPort ? override.substring(0, colon) : override;
            port = hasPort ? Integer.parseInt(override.substring(colon + 1)) : port;
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw HttpClient.failure(origin, e, HttpTimings.NONE);
        }
    }

    private @Nullable String override(Origin origin) {
        if (settings.hosts().isEmpty()) {
            return null;
        }
        String host = origin.host();
        String exact = settings.hosts().get(host + ":" + origin.port());
        if (exact == null) {
            exact = settings.hosts().get(host);
        }
        for (int dot = host.indexOf('.'); exact == null && dot > 0; dot = host.indexOf('.', dot + 1)) {
            exact = settings.hosts().get("*" + host.substring(dot));
        }
        return exact;
    }

    private SSLSocket encrypt(Socket plain, Origin origin) throws IOException {
        SSLSocket socket = (SSLSocket) settings.tls().createSocket(plain, origin.host(), origin.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
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
}
