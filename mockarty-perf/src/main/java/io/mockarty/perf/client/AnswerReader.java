package io.mockarty.perf.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Reads answers in the format of HTTP/1.1 from one connection, one after the other. Not thread-safe. */
final class AnswerReader {

    private static final byte[] NOTHING = new byte[0];

    private static final int BUFFER = 16 * 1024;
    private static final int MAX_HEAD = 1024 * 1024;
    private static final int MAX_HEADERS = 10_000;

    /** What is taken on trust of the length that a server announces; at least the size of the buffer. */
    private static final int TRUSTED_LENGTH = MAX_HEAD;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long received;
    private boolean endless;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** Begins to count what the next answer takes. */
    void begin() {
        received = 0;
    }

    /** How many bytes of the answer have arrived. */
    long received() {
        return received;
    }

    /** Whether there is something that nobody has read yet. */
    boolean hasMore() {
        return position < limit;
    }

    /** Whether the body ended with the connection. */
    boolean endless() {
        return endless;
    }

    /** Waits for the first byte of an answer. */
    void await() throws IOException {
        if (position == limit) {
            fill();
        }
    }

    private void fill() throws IOException {
        position = 0;
        limit = 0;
        int count = in.read(buffer, 0, buffer.length);
        if (count < 0) {
            throw new EOFException("the server closed the connection before its answer");
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

    /** The first line of an answer. */
    record StatusLine(String protocol, int code, String reason) {

        private static final StatusLine OK = new StatusLine("HTTP/1.1", 200, "OK");
    }

    StatusLine statusLine() throws IOException {
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

    HttpHeaders headers() throws IOException {
        HttpHeaders headers = new HttpHeaders();
        while (true) {
            int end = lineEnd();
            int last = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
            if (last == position) {
                position = end + 1;
                return headers;
            }
            if (headers.size() == MAX_HEADERS) {
                throw new ProtocolException("the answer has more than " + MAX_HEADERS + " headers");
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
                    new String(buffer, value, last - value, StandardCharsets.UTF_8).stripTrailing());
            position = end + 1;
        }
    }

    static boolean isChunked(HttpHeaders headers) {
        String encoding = headers.first("Transfer-Encoding");
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("chunked");
    }

    /** The length that the headers announce, or -1. */
    static long length(HttpHeaders headers) {
        String length = headers.first("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    byte[] body(String method, int status, HttpHeaders headers) throws IOException {
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
        byte[] body = new byte[Math.min(length, TRUSTED_LENGTH)];
        int done = take(body, 0, body.length);
        while (done < length) {
            if (done == body.length) {
                body = Arrays.copyOf(body, (int) Math.min(length, 2L * done));
            }
            int count = in.read(body, done, body.length - done);
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
        endless = true;
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
}
