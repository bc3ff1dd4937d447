package io.mockarty.perf.client;

import io.mockarty.perf.client.HttpAnswer.Peer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/** One connection that speaks HTTP/1.1, one exchange after the other. Not thread-safe. */
final class HttpConnection {

    private static final int BUFFER = 16 * 1024;
    private static final int MAX_HEAD = 1024 * 1024;
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
    private static final byte[] LENGTH = ascii("Content-Length: ");

    private final Origin origin;
    private final Socket socket;
    private final Deadlines.Watched watch;
    private final HttpTimings opening;
    private final InputStream in;
    private final OutputStream out;
    private final Peer peer;
    private byte[] buffer = new byte[BUFFER];
    private byte[] head = new byte[1024];
    private int headLength;
    private int position;
    private int limit;
    private long received;
    private boolean used;
    private boolean open = true;
    private boolean answerBegun;

    HttpConnection(Origin origin, Socket socket, Deadlines.Watched watch, HttpTimings opening) throws IOException {
        this.origin = origin;
        this.socket = socket;
        this.watch = watch;
        this.opening = opening;
        in = socket.getInputStream();
        out = socket.getOutputStream();
        SSLSocket secure = socket instanceof SSLSocket encrypted ? encrypted : null;
        peer = new Peer(
                socket.getInetAddress().getHostAddress(),
                socket.getPort(),
                secure == null ? null : secure.getSession().getProtocol(),
                secure == null ? null : secure.getSession().getCipherSuite());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Origin origin() {
        return origin;
    }

    Deadlines.Watched watch() {
        return watch;
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
        byte[] body = body(call.method(), started.status(), started.headers());
        long end = System.nanoTime();
        watch.done();
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
        return new HttpAnswer(
                started.status(),
                started.reason(),
                started.protocol(),
                started.headers(),
                body,
                timings,
                peer,
                started.sent(),
                received);
    }

    /** Sends a request and reads the head of the answer; its body is to be read by {@link #stream}. */
    HttpAnswer open(HttpCall call) throws IOException {
        Started started = begin(call);
        watch.done();
        return answer(started, NOTHING, System.nanoTime());
    }

    /** Sends a request for another protocol and reads the answer, whole unless the server agrees. */
    HttpAnswer upgrade(HttpCall call) throws IOException {
        Started started = begin(call);
        open = false;
        byte[] body = body(call.method(), started.status(), started.headers());
        watch.done();
        return answer(started, body, System.nanoTime());
    }

    /** What the server sends after it has agreed to another protocol. */
    InputStream afterUpgrade() {
        return new BodyStream(this, false, -1);
    }

    /** Where bytes of the other protocol go. */
    OutputStream out() {
        return out;
    }

    /** The body of the answer that was opened, as it arrives. */
    InputStream stream(HttpAnswer answer) {
        open = false;
        boolean chunked = isChunked(answer.headers());
        return new BodyStream(this, chunked, chunked ? -1 : length(answer.headers()));
    }

    private record Started(
            int status,
            String reason,
            String protocol,
            HttpHeaders headers,
            HttpTimings timings,
            long firstByte,
            long sent) {}

    private Started begin(HttpCall call) throws IOException {
        answerBegun = false;
        received = 0;
        long start = System.nanoTime();
        long sent = send(call);
        long written = System.nanoTime();
        if (position == limit) {
            fill();
        }
        answerBegun = true;
        long firstByte = System.nanoTime();
        StatusLine status;
        HttpHeaders headers;
        do {
            status = statusLine();
            headers = headers();
        } while (status.code() < 200 && status.code() != 101);
        HttpTimings phases = used ? HttpTimings.NONE : opening;
        used = true;
        open = keepsOpen(status, headers);
        HttpTimings timings = new HttpTimings(
                phases.blocked(), phases.connecting(), phases.tls(), written - start, firstByte - written, 0);
        return new Started(status.code(), status.reason(), status.protocol(), headers, timings, firstByte, sent);
    }

    private static boolean keepsOpen(StatusLine status, HttpHeaders headers) {
        String connection = headers.first("Connection");
        if (connection == null) {
            return !status.protocol().equals("HTTP/1.0");
        }
        return !connection.toLowerCase(Locale.ROOT).contains("close");
    }

    private long send(HttpCall call) throws IOException {
        headLength = 0;
        put(call.method());
        put((byte) ' ');
        String path = call.uri().getRawPath();
        put(path == null || path.isEmpty() ? "/" : path);
        if (call.uri().getRawQuery() != null) {
            put((byte) '?');
            put(call.uri().getRawQuery());
        }
        put(VERSION);
        if (call.headers().first("Host") == null) {
            header("Host", origin.authority());
        }
        call.headers().forEach(this::header);
        byte[] body = call.body();
        if (body != null && call.headers().first("Content-Length") == null) {
            put(LENGTH);
            put(Integer.toString(body.length));
            put((byte) '\r');
            put((byte) '\n');
        }
        put((byte) '\r');
        put((byte) '\n');
        if (body == null || body.length == 0) {
            out.write(head, 0, headLength);
            return headLength;
        }
        if (body.length <= BUFFER) {
            int length = headLength;
            put(body);
            out.write(head, 0, headLength);
            return length + (long) body.length;
        }
        out.write(head, 0, headLength);
        out.write(body);
        return headLength + (long) body.length;
    }

    private void header(String name, String value) {
        put(name);
        put((byte) ':');
        put((byte) ' ');
        put(value);
        put((byte) '\r');
        put((byte) '\n');
    }

    @SuppressWarnings("deprecation") // the quick way to the low bytes; other characters are escaped before
    private void put(String text) {
        int length = text.length();
        reserve(length);
        text.getBytes(0, length, head, headLength);
        headLength += length;
    }

    private void put(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, head, headLength, bytes.length);
        headLength += bytes.length;
    }

    private void put(byte single) {
        reserve(1);
        head[headLength++] = single;
    }

    private void reserve(int more) {
        if (headLength + more > head.length) {
            head = Arrays.copyOf(head, Math.max(head.length * 2, headLength + more));
        }
    }

    private void fill() throws IOException {
        position = 0;
        limit = 0;
        int count = in.read(buffer, 0, buffer.length);
        if (count < 0) {
            throw new EOFException(
                    used && !answerBegun
                            ? "the server closed the connection"
                            : "the server closed the connection before the end of its answer");
        }
        limit = count;
        received += count;
    }

    /** Where the line that begins at the position ends, without its line feed; reads more when it is not there yet. */
    private int lineEnd() throws IOException {
        int from = position;
        while (true) {
            for (int i = from; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            from = limit - position;
            more();
            from += position;
        }
    }

    /** Reads more behind what is there already. */
    private void more() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == buffer.length) {
            if (buffer.length >= MAX_HEAD) {
                throw new ProtocolException("the head of the answer is longer than " + MAX_HEAD + " bytes");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            throw new EOFException("the server closed the connection before the end of its answer");
        }
        limit += count;
        received += count;
    }

    private record StatusLine(String protocol, int code, String reason) {

        private static final StatusLine OK = new StatusLine("HTTP/1.1", 200, "OK");
    }

    private StatusLine statusLine() throws IOException {
        String line = line();
        if (line.equals("HTTP/1.1 200 OK")) {
            return StatusLine.OK;
        }
        int first = line.indexOf(' ');
        if (!line.startsWith("HTTP/") || first < 0 || line.length() < first + 4) {
            throw new ProtocolException("the server does not speak HTTP/1.1; its answer begins with \""
                    + line.substring(0, Math.min(40, line.length())) + "\"");
        }
        String code = line.substring(first + 1, first + 4);
        try {
            String reason = line.length() > first + 5 ? line.substring(first + 5) : "";
            return new StatusLine(line.substring(0, first), Integer.parseInt(code), reason);
        } catch (NumberFormatException e) {
            throw new ProtocolException("the status of the answer is \"" + code + "\" (expected: a number)");
        }
    }

    private String line() throws IOException {
        int end = lineEnd();
        int last = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
        String line = new String(buffer, position, last - position, StandardCharsets.ISO_8859_1);
        position = end + 1;
        return line;
    }

    private HttpHeaders headers() throws IOException {
        HttpHeaders headers = new HttpHeaders();
        while (true) {
            int end = lineEnd();
            int last = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
            if (last == position) {
                position = end + 1;
                return headers;
            }
            int colon = position;
            while (colon < last && buffer[colon] != ':') {
                colon++;
            }
            int value = Math.min(colon + 1, last);
            while (value < last && (buffer[value] == ' ' || buffer[value] == '\t')) {
                value++;
            }
            headers.add(
                    new String(buffer, position, colon - position, StandardCharsets.ISO_8859_1),
                    new String(buffer, value, last - value, StandardCharsets.ISO_8859_1).stripTrailing());
            position = end + 1;
        }
    }

    private static boolean isChunked(HttpHeaders headers) {
        String encoding = headers.first("Transfer-Encoding");
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("chunked");
    }

    /** The length that the headers announce, or -1. */
    private static long length(HttpHeaders headers) {
        String length = headers.first("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private byte[] body(String method, int status, HttpHeaders headers) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304 || status == 101) {
            return NOTHING;
        }
        if (isChunked(headers)) {
            return chunks();
        }
        long length = length(headers);
        if (length > Integer.MAX_VALUE - 16) {
            throw new ProtocolException("the body has " + length + " bytes, more than fit into memory");
        }
        return length >= 0 ? exactly((int) length) : rest();
    }

    private byte[] exactly(int length) throws IOException {
        if (length == 0) {
            return NOTHING;
        }
        byte[] body = new byte[length];
        int done = take(body, 0, length);
        while (done < length) {
            int count = in.read(body, done, length - done);
            if (count < 0) {
                throw new EOFException(
                        "the server closed the connection after " + done + " of " + length + " bytes of the body");
            }
            received += count;
            done += count;
        }
        return body;
    }

    /** Takes what is in the buffer. */
    private int take(byte[] target, int offset, int most) {
        int count = Math.min(most, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private byte[] rest() throws IOException {
        open = false;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(buffer, position, limit - position);
        position = limit;
        byte[] part = new byte[BUFFER];
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            received += count;
            body.write(part, 0, count);
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        headers();
        return body.toByteArray();
    }

    /** The size of the chunk that begins here. */
    int chunkSize() throws IOException {
        String line = line();
        int end = line.indexOf(';');
        String size = (end < 0 ? line : line.substring(0, end)).strip();
        try {
            return Integer.parseInt(size, 16);
        } catch (NumberFormatException e) {
            throw new ProtocolException("the size of a chunk is \"" + size + "\" (expected: a hexadecimal number)");
        }
    }

    /** Ends a chunk that was read by {@link #read}. */
    void endChunk() throws IOException {
        line();
    }

    /** Some bytes of a body, as many as are there; -1 at the end. */
    int read(byte[] target, int offset, int most) throws IOException {
        if (position < limit) {
            return take(target, offset, most);
        }
        int count = in.read(target, offset, most);
        received += Math.max(0, count);
        return count;
    }

    @Override
    public String toString() {
        return origin + (open ? "" : ", closed");
    }
}
