package io.mockarty.perf.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** When the phases of one request began, as the library tells. */
final class Phases extends EventListener {

    private volatile long start;
    private volatile long connecting;
    private volatile long securing;
    private volatile long secured;
    private volatile long acquired;
    private volatile long sent;
    private volatile long answered;
    private volatile long end;
    private volatile @Nullable Socket socket;

    /** The one that the request of a call carries along. */
    static EventListener of(Call call) {
        Phases carried = call.request().tag(Phases.class);
        return carried == null ? EventListener.NONE : carried;
    }

    @Nullable
    Socket socket() {
        return socket;
    }

    void ended() {
        end = System.nanoTime();
    }

    /** As far as it went; blocked is what was neither connecting nor encrypting before there was a connection. */
    HttpTimings timings() {
        long now = end == 0 ? System.nanoTime() : end;
        if (acquired == 0) {
            long waited = start == 0 ? 0 : now - start;
            return new HttpTimings(connecting == 0 ? waited : connecting - start, 0, 0, 0, 0, 0);
        }
        long tls = securing == 0 ? 0 : secured - securing;
        long connect = connecting == 0 ? 0 : (securing == 0 ? acquired : securing) - connecting;
        long written = sent == 0 ? now : sent;
        long first = answered == 0 ? now : answered;
        return new HttpTimings(
                Math.max(0, acquired - start - connect - tls),
                connect,
                tls,
                written - acquired,
                Math.max(0, first - written),
                Math.max(0, now - first));
    }

    @Override
    public void callStart(Call call) {
        start = System.nanoTime();
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connecting = System.nanoTime();
    }

    @Override
    public void secureConnectStart(Call call) {
        securing = System.nanoTime();
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        secured = System.nanoTime();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        acquired = System.nanoTime();
        socket = connection.socket();
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        sent = System.nanoTime();
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        sent = System.nanoTime();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = System.nanoTime();
    }

    @Override
    public void callFailed(Call call, IOException problem) {
        ended();
    }
}
