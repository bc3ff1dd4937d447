package io.mockarty.perf.module.ws;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts together messages from frames, as section 5 of RFC 6455 has them. One thread at a time reads. */
final class FrameReader {

    /** More than anybody sends on purpose, and less than makes the JVM fall over. */
    private static final long MAX_MESSAGE = 128L * 1024 * 1024;

    private static final String HUNG_UP = "the server closed the connection without a close frame";
    private static final int MAX_CONTROL = 125;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int FIN = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int OTHER_FLAGS = 0x30;
    private static final int MASKED = 0x80;

    private final InputStream in;
    private final @Nullable Compressor compressor;
    private ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private int kind = Opcode.CONTINUATION;
    private boolean compressed;

    FrameReader(InputStream in, @Nullable Compressor compressor) {
        this.in = new BufferedInputStream(in, 16 * 1024);
        this.compressor = compressor;
    }

    /** The next message or control frame; waits for it. Control frames may come between the parts of a message. */
    Incoming next() throws IOException {
        while (true) {
            int first = unsignedByte();
            int opcode = first & 0x0f;
            byte[] payload = payload(first, opcode);
            if (Opcode.isControl(opcode)) {
                return control(opcode, payload);
            }
            if ((opcode == Opcode.CONTINUATION) == (kind == Opcode.CONTINUATION)) {
                throw broken(
                        opcode == Opcode.CONTINUATION
                                ? "a continuation of nothing"
                                : "a new message before the end of one in parts");
            }
            if (opcode != Opcode.CONTINUATION) {
                kind = opcode;
                compressed = (first & COMPRESSED) != 0;
            }
            boolean last = (first & FIN) != 0;
            if (last && parts.size() == 0) {
                return message(payload);
            }
            parts.write(payload);
            if (last) {
                byte[] whole = parts.toByteArray();
                parts = new ByteArrayOutputStream();
                return message(whole);
            }
        }
    }

    private byte[] payload(int first, int opcode) throws IOException {
        boolean starts = opcode == Opcode.TEXT || opcode == Opcode.BINARY;
        int flags = first & (OTHER_FLAGS | COMPRESSED);
        if (flags != 0 && (flags != COMPRESSED || compressor == null || !starts)) {
            throw broken("flags of an extension that was not agreed upon");
        }
        if (!Opcode.isKnown(opcode)) {
            throw broken("a frame of the unknown kind " + opcode);
        }
        int second = unsignedByte();
        if ((second & MASKED) != 0) {
            throw broken("a masked frame");
        }
        long length = length(second);
        if (Opcode.isControl(opcode) && (length > MAX_CONTROL || (first & FIN) == 0)) {
            throw broken("a control frame that is too long or in parts");
        }
        if (length < 0 || length + parts.size() > MAX_MESSAGE) {
            throw tooLong();
        }
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException(HUNG_UP);
        }
        return payload;
    }

    private static WsProtocolException tooLong() {
        return new WsProtocolException(
                WsProtocolException.TOO_LONG, "the server sent a message of more than " + MAX_MESSAGE + " bytes");
    }

    private static WsProtocolException broken(String what) {
        return new WsProtocolException(WsProtocolException.RULES, "the server sent " + what);
    }

    private long length(int second) throws IOException {
        if (second < LENGTH_IN_TWO_BYTES) {
            return second;
        }
        int bytes = second == LENGTH_IN_EIGHT_BYTES ? Long.BYTES : Short.BYTES;
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << Byte.SIZE | unsignedByte();
        }
        return length;
    }

    private int unsignedByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException(HUNG_UP);
        }
        return next;
    }

    private Incoming message(byte[] payload) throws IOException {
        int text = kind;
        kind = Opcode.CONTINUATION;
        byte[] data = payload;
        if (compressed && compressor != null) {
            data = compressor.inflate(payload, MAX_MESSAGE);
            if (data == null) {
                throw tooLong();
            }
        }
        long now = System.nanoTime();
        return text == Opcode.TEXT
                ? new Incoming.Text(now, utf8(data, 0), data.length)
                : new Incoming.Binary(now, data);
    }

    private static Incoming control(int opcode, byte[] payload) throws IOException {
        long now = System.nanoTime();
        return switch (opcode) {
            case Opcode.PING -> new Incoming.Ping(now, payload);
            case Opcode.PONG -> new Incoming.Pong(now, payload);
            default -> closing(now, payload);
        };
    }

    private static Incoming closing(long now, byte[] payload) throws IOException {
        if (payload.length == 0) {
            return new Incoming.Closing(now, Incoming.Closing.NO_CODE, "");
        }
        if (payload.length == 1) {
            throw broken("a close frame with half a code");
        }
        int code = (payload[0] & 0xff) << Byte.SIZE | payload[1] & 0xff;
        boolean mayBeSent = code >= 3000 && code < 5000
                || code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
        if (!mayBeSent) {
            throw broken("a close frame with the code " + code);
        }
        return new Incoming.Closing(now, code, utf8(payload, 2));
    }

    private static String utf8(byte[] data, int from) throws IOException {
        String text = new String(data, from, data.length - from, StandardCharsets.UTF_8);
        // Only a text with replacement characters may have been malformed; the strict decoder is slow.
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data, from, data.length - from));
            } catch (CharacterCodingException e) {
                throw new WsProtocolException(WsProtocolException.NO_UTF8, "the server sent a text that is not UTF-8");
            }
        }
        return text;
    }
}
