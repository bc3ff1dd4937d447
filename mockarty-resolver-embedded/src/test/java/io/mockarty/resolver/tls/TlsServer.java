package io.mockarty.resolver.tls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** The JDK's HTTPS server under the settings in question; it answers with the name of the client's certificate. */
final class TlsServer implements AutoCloseable {

    static final String ANONYMOUS = "anonymous";

    private final HttpsServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private TlsServer(HttpsServer server) {
        this.server = server;
    }

    static TlsServer start(Tls tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(localhost(), 0), 0);
        TlsServer started = new TlsServer(server);
        server.setHttpsConfigurator(new Configurator(tls));
        server.createContext("/", TlsServer::answer);
        server.setExecutor(started.workers);
        server.start();
        return started;
    }

    /** Always IPv4, which the tests connect to by its literal. */
    private static InetAddress localhost() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = clientName((HttpsExchange) exchange).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String clientName(HttpsExchange exchange) {
        try {
            return exchange.getSSLSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return ANONYMOUS;
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Asks with the JDK's HTTP client, which checks the host name. */
    String get(String host, SSLContext client) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(client)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + host + ":" + port() + "/"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Shakes hands as if the server had been reached under the given name, and returns the certificate it shows. */
    X509Certificate connectAs(String name, SSLContext client) throws IOException {
        try (Socket plain = new Socket(localhost(), port());
                SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket(plain, name, port(), true)) {
            socket.setSoTimeout(10_000);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static final class Configurator extends HttpsConfigurator {

        private final ClientAuth clientAuth;

        Configurator(Tls tls) {
            super(tls.sslContext());
            this.clientAuth = tls.clientAuth();
        }

        @Override
        public void configure(HttpsParameters https) {
            SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
            switch (clientAuth) {
                case NONE -> parameters.setNeedClientAuth(false);
                case WANT -> parameters.setWantClientAuth(true);
                case NEED -> parameters.setNeedClientAuth(true);
            }
            https.setSSLParameters(parameters);
        }
    }
}
