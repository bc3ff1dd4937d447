package io.mockarty.perf.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes requests in the format of HTTP/1.1, each with as few calls of the system as can be. Not thread-safe. */
final class RequestWriter {

    /** Smaller bodies travel in one packet with the head. */
    private static final int SMALL = 16 * 1024;

    private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);

    private final Origin origin;
    private final OutputStream out;
    private byte[] head = new byte[1024];
    private int headLength;

    RequestWriter(Origin origin, OutputStream out) {
        this.origin = origin;
        this.out = out;
    }

    /** Writes a request and tells how many bytes that took. */
    long write(HttpCall call) throws IOException {
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
        if (body.length <= SMALL) {
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

    @SuppressWarnings("deprecation") // the quick way to the low bytes, which is all that plain text has
    private void put(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > '~') {
                put(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
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
}
