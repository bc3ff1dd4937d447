package io.mockarty.perf.client;

import io.mockarty.perf.client.HttpAnswer.Peer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** HTTP/2 as OkHttp speaks it, for one virtual user. */
final class OkHttp2 implements Http2 {

    private static final int IDLE_CONNECTIONS = 100;

    private final ClientSettings settings;
    private final Addresses addresses;
    private final OkHttpClient base;
    private final Map<Origin, OkHttpClient> clients = new ConcurrentHashMap<>();

    OkHttp2(ClientSettings settings, Addresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher())
                .connectionPool(
                        settings.reuse()
                                ? new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.HOURS)
                                : new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .connectionSpecs(List.of(tls()))
                .sslSocketFactory(settings.tls().get(), new Unasked())
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(call -> Phases.of(call))
                .addNetworkInterceptor(chain -> chain.proceed(asGiven(chain.request())));
        if (!settings.verify()) {
            builder.hostnameVerifier((host, session) -> true);
        }
        base = builder.build();
    }

    private ConnectionSpec tls() {
        ConnectionSpec.Builder spec = new ConnectionSpec.Builder(ConnectionSpec.COMPATIBLE_TLS);
        if (settings.tlsProtocols().isEmpty()) {
            spec.allEnabledTlsVersions();
        } else {
            spec.tlsVersions(settings.tlsProtocols().toArray(String[]::new));
        }
        if (settings.tlsCiphers().isEmpty()) {
            spec.allEnabledCipherSuites();
        } else {
            spec.cipherSuites(settings.tlsCiphers().toArray(String[]::new));
        }
        return spec.build();
    }

    /** Without what the library adds of its own accord, such as that it likes compressed answers. */
    private static Request asGiven(Request request) {
        HttpCall call = request.tag(HttpCall.class);
        if (call == null) {
            return request;
        }
        Headers.Builder headers = headers(call.headers());
        String length = request.header("Content-Length");
        if (length != null && call.headers().first("Content-Length") == null) {
            headers.add("Content-Length", length);
        }
        String host = request.header("Host");
        if (host != null && call.headers().first("Host") == null) {
            headers.add("Host", host);
        }
        return request.newBuilder().headers(headers.build()).build();
    }

    private static Headers.Builder headers(HttpHeaders given) {
        Headers.Builder headers = new Headers.Builder();
        given.forEach(headers::addUnsafeNonAscii);
        return headers;
    }

    @Override
    public HttpAnswer send(HttpCall call, Origin origin, Duration left) throws HttpFailure {
        Phases phases = new Phases();
        try {
            Request request = request(call, phases);
            Call prepared = clients.computeIfAbsent(origin, this::client).newCall(request);
            prepared.timeout().timeout(Math.max(1, left.toNanos()), TimeUnit.NANOSECONDS);
            try (Response response = prepared.execute()) {
                byte[] body = response.body().bytes();
                phases.ended();
                return answer(call, response, body, phases);
            }
        } catch (InterruptedIOException e) {
            throw HttpClient.timeout(origin, phases.timings());
        } catch (IOException e) {
            throw HttpClient.failure(origin, e.getCause() instanceof HttpFailure cause ? cause : e, phases.timings());
        } catch (IllegalArgumentException e) {
            throw HttpClient.failure(origin, new IOException(e.getMessage(), e), phases.timings());
        }
    }

    private static Request request(HttpCall call, Phases phases) {
        byte[] content = call.body();
        boolean without = call.method().equals("GET") || call.method().equals("HEAD");
        boolean needed = List.of("POST", "PUT", "PATCH").contains(call.method());
        RequestBody body = without || content == null && !needed
                ? null
                : RequestBody.create(content == null ? new byte[0] : content, null);
        return new Request.Builder()
                .url(call.uri().toString())
                .method(call.method(), body)
                .tag(HttpCall.class, call)
                .tag(Phases.class, phases)
                .build();
    }

    private static HttpAnswer answer(HttpCall call, Response response, byte[] body, Phases phases) {
        HttpHeaders headers = new HttpHeaders();
        Headers given = response.headers();
        long received = body.length;
        for (int i = 0; i < given.size(); i++) {
            headers.add(given.name(i), given.value(i));
            received += size(given.name(i), given.value(i));
        }
        long[] sent = {call.body() == null ? 0 : call.body().length};
        call.headers().forEach((name, value) -> sent[0] += size(name, value));
        boolean http2 = response.protocol() == Protocol.HTTP_2;
        String reason = response.message().isEmpty() ? Reasons.of(response.code()) : response.message();
        return new HttpAnswer(
                response.code(),
                reason,
                http2 ? "HTTP/2.0" : "HTTP/1.1",
                headers,
                body,
                phases.timings(),
                peer(response.handshake(), phases.socket()),
                sent[0],
                received);
    }

    /** What a header takes before it is compressed. */
    private static int size(String name, String value) {
        return name.length() + value.length() + 4;
    }

    private static Peer peer(@Nullable Handshake handshake, @Nullable Socket socket) {
        InetAddress address = socket == null ? null : socket.getInetAddress();
        return new Peer(
                address == null ? "" : address.getHostAddress(),
                socket == null ? 0 : socket.getPort(),
                handshake == null ? null : handshake.tlsVersion().javaName(),
                handshake == null ? null : handshake.cipherSuite().javaName());
    }

    private OkHttpClient client(Origin origin) {
        return base.newBuilder()
                .dns(host -> lookUp(origin))
                .socketFactory(new PortChanger(addresses.port(origin)))
                .build();
    }

    private List<InetAddress> lookUp(Origin origin) throws UnknownHostException {
        try {
            return addresses.of(origin);
        } catch (HttpFailure e) {
            UnknownHostException wrapped = new UnknownHostException(e.getMessage());
            wrapped.initCause(e);
            throw wrapped;
        }
    }

    @Override
    public void closeIdle() {
        base.connectionPool().evictAll();
    }

    @Override
    public void close() {
        base.dispatcher().cancelAll();
        base.connectionPool().evictAll();
    }

    /** Connects to another port than that of the URL, as the option {@code hosts} may say. */
    private static final class PortChanger extends SocketFactory {

        private final int port;

        PortChanger(int port) {
            this.port = port;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    InetAddress address = ((InetSocketAddress) endpoint).getAddress();
                    super.connect(new InetSocketAddress(address, port), timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int unused) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int unused, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int unused) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int unused, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /**
     * For certificate pinning only, which is not used: whom to trust is the business of the factory of the settings.
     */
    private static final class Unasked implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
