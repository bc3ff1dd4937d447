package io.mockarty.perf.client;

import io.mockarty.perf.client.AnswerReader.StatusLine;
import io.mockarty.perf.client.HttpAnswer.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection that speaks HTTP/1.1, one exchange after the other. Not thread-safe, but for {@link #cut}. */
final class HttpConnection {

    private final Origin origin;
    private final Socket socket;
    private final Deadlines.Watched watch;
    private final HttpTimings opening;
    private final InputStream in;
    private final OutputStream out;
    private final RequestWriter writer;
    private final AnswerReader reader;
    private final Peer peer;
    private boolean used;
    private volatile boolean open = true;
    private boolean answerBegun;
    private long idleSince;

    HttpConnection(Origin origin, Socket socket, Deadlines.Watched watch, HttpTimings opening) throws IOException {
        this.origin = origin;
        this.socket = socket;
        this.watch = watch;
        this.opening = opening;
        in = socket.getInputStream();
        out = socket.getOutputStream();
        writer = new RequestWriter(origin, out);
        reader = new AnswerReader(in);
        SSLSocket secure = socket instanceof SSLSocket encrypted ? encrypted : null;
        peer = new Peer(
                socket.getInetAddress().getHostAddress(),
                socket.getPort(),
                secure == null ? null : secure.getSession().getProtocol(),
                secure == null ? null : secure.getSession().getCipherSuite());
    }

    Origin origin() {
        return origin;
    }

    Deadlines.Watched watch() {
        return watch;
    }

    /** The protocol that was agreed on together with the encryption, or null. */
    @Nullable
    String agreed() {
        return socket instanceof SSLSocket encrypted ? encrypted.getApplicationProtocol() : null;
    }

    /** Whether it may be used again. */
    boolean open() {
        return open;
    }

    /** Whether an exchange was made over it before. */
    boolean used() {
        return used;
    }

    /** Whether the answer of the latest exchange had begun to arrive. */
    boolean answerBegun() {
        return answerBegun;
    }

    /** How long it has not been used. */
    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /**
     * Whether the server still listens; asking costs a millisecond. What a server sends unasked is the farewell of
     * HTTP/1.1, so a byte is as bad as the end.
     */
    boolean fresh() {
        try {
            socket.setSoTimeout(1);
            return in.read() == Integer.MIN_VALUE;
        } catch (SocketTimeoutException stillOpen) {
            return withoutTimeout();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean withoutTimeout() {
        try {
            socket.setSoTimeout(0);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes it from another thread, without the courtesies of TLS, for which that might have to wait. */
    void cut() {
        open = false;
        watch.cut();
    }

    void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException e) {
            // Whatever it was, the connection is of no use any more.
            open = false;
        }
    }

    /** Sends a request and reads the whole answer. */
    HttpAnswer exchange(HttpCall call) throws IOException {
        Started started = begin(call);
        byte[] body = reader.body(call.method(), started.status().code(), started.headers());
        long end = System.nanoTime();
        watch.done();
        idleSince = end;
        open = open && !reader.endless() && !reader.hasMore();
        return answer(started, body, end);
    }

    private HttpAnswer answer(Started started, byte[] body, long end) {
        HttpTimings first = started.timings();
        HttpTimings timings = new HttpTimings(
                first.blocked(),
                first.connecting(),
                first.tls(),
                first.sending(),
                first.waiting(),
                end - started.firstByte());
        StatusLine status = started.status();
        return new HttpAnswer(
                status.code(),
                status.reason(),
                status.protocol(),
                started.headers(),
                body,
                timings,
                peer,
                started.sent(),
                reader.received());
    }

    /** Sends a request and reads the head of the answer; its body is to be read by {@link #stream}. */
    HttpAnswer open(HttpCall call) throws IOException {
        Started started = begin(call);
        watch.done();
        return answer(started, new byte[0], System.nanoTime());
    }

    /** Sends a request for another protocol and reads the answer, whole unless the server agrees. */
    HttpAnswer upgrade(HttpCall call) throws IOException {
        Started started = begin(call);
        open = false;
        byte[] body = reader.body(call.method(), started.status().code(), started.headers());
        watch.done();
        return answer(started, body, System.nanoTime());
    }

    /** What the server sends after it has agreed to another protocol. */
    InputStream afterUpgrade() {
        return new BodyStream(reader, this::close, false, -1);
    }

    /** Where bytes of the other protocol go. */
    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** The body of the answer that was opened, as it arrives. */
    InputStream stream(HttpAnswer answer) {
        open = false;
        boolean chunked = AnswerReader.isChunked(answer.headers());
        return new BodyStream(reader, this::close, chunked, chunked ? -1 : AnswerReader.length(answer.headers()));
    }

    private record Started(StatusLine status, HttpHeaders headers, HttpTimings timings, long firstByte, long sent) {}

    private Started begin(HttpCall call) throws IOException {
        answerBegun = false;
        reader.begin();
        long start = System.nanoTime();
        long sent = writer.write(call);
        long written = System.nanoTime();
        reader.await();
        answerBegun = true;
        long firstByte = System.nanoTime();
        StatusLine status;
        HttpHeaders headers;
        do {
            status = reader.statusLine();
            headers = reader.headers();
        } while (status.code() < 200 && status.code() != 101);
        HttpTimings phases = used ? HttpTimings.NONE : opening;
        used = true;
        open = open && keepsOpen(status, headers);
        HttpTimings timings = new HttpTimings(
                phases.blocked(), phases.connecting(), phases.tls(), written - start, firstByte - written, 0);
        return new Started(status, headers, timings, firstByte, sent);
    }

    private static boolean keepsOpen(StatusLine status, HttpHeaders headers) {
        String connection = headers.first("Connection");
        if (connection == null) {
            return !status.protocol().equals("HTTP/1.0");
        }
        return !connection.toLowerCase(Locale.ROOT).contains("close");
    }

    @Override
    public String toString() {
        return origin + (open ? "" : ", closed");
    }
}
