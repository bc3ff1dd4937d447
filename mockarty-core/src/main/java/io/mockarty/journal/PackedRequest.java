package io.mockarty.journal;

import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request as one array of bytes. A journal holds tens of thousands of requests, each of some twenty objects, which
 * the garbage collector would have to copy again and again; an array it copies in one go.
 *
 * <p>The array holds method, target, header names and values and the body, each with its length in front.
 */
final class PackedRequest {

    private static final int INITIAL_BYTES = 256;
    private static final int SEVEN_BITS = 0x7F;

    private byte[] bytes;
    private int at;

    private PackedRequest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Packs a request with as much of its body as may be kept. */
    static byte[] pack(MockRequest request, int maxBodyBytes) {
        PackedRequest packed = new PackedRequest(new byte[INITIAL_BYTES]);
        packed.write(request.method());
        packed.write(request.target());
        packed.writeLength(request.headers().size());
        request.headers().forEach((name, value) -> {
            packed.write(name);
            packed.write(value);
        });
        byte[] body = request.body().bytes();
        packed.write(body, Math.min(body.length, maxBodyBytes));
        return Arrays.copyOf(packed.bytes, packed.at);
    }

    static MockRequest unpack(byte[] bytes) {
        PackedRequest packed = new PackedRequest(bytes);
        String method = packed.readText();
        String target = packed.readText();
        Headers.Builder headers = Headers.builder();
        for (int left = packed.readLength(); left > 0; left--) {
            headers.add(packed.readText(), packed.readText());
        }
        return MockRequest.of(method, target, headers.build(), packed.readBytes());
    }

    /** ASCII is copied as it is, which is nearly everything; the rest as UTF-8. */
    private void write(String text) {
        int length = text.length();
        int start = at;
        writeLength(length);
        ensure(length);
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            all |= c;
            bytes[at + i] = (byte) c;
        }
        at += length;
        if (all > SEVEN_BITS) {
            at = start;
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            write(encoded, encoded.length);
        }
    }

    private void write(byte[] source, int length) {
        writeLength(length);
        ensure(length);
        System.arraycopy(source, 0, bytes, at, length);
        at += length;
    }

    /** Seven bits a byte, the lowest first; the high bit says that more follow. */
    private void writeLength(int length) {
        ensure(5);
        int rest = length;
        while (rest > SEVEN_BITS) {
            bytes[at++] = (byte) (rest | ~SEVEN_BITS);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    private void ensure(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + more, bytes.length * 2));
        }
    }

    private String readText() {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    private byte[] readBytes() {
        int length = readLength();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private int readLength() {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            length |= (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return length;
            }
        }
    }
}
