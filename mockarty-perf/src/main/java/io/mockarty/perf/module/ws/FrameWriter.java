package io.mockarty.perf.module.ws;

import java.io.IOException;
import java.io.OutputStream;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sends messages, each in one frame. Thread-safe. */
final class FrameWriter {

    private static final int FIN = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 125;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int MASK = 4;
    /** Below this, compression costs more bytes than it saves. */
    private static final int WORTH_COMPRESSING = 32;

    private final OutputStream out;
    private final @Nullable Compressor compressor;
    private final RandomGenerator random;

    FrameWriter(OutputStream out, @Nullable Compressor compressor, RandomGenerator random) {
        this.out = out;
        this.compressor = compressor;
        this.random = random;
    }

    /** Sends a frame and returns its length with everything. */
    synchronized int write(int opcode, byte[] payload) throws IOException {
        boolean worth = !Opcode.isControl(opcode) && payload.length >= WORTH_COMPRESSING;
        Compressor compressing = worth ? compressor : null;
        byte[] data = compressing == null ? payload : compressing.deflate(payload);
        int extra = data.length <= SHORT_LENGTH ? 0 : data.length <= 0xffff ? Short.BYTES : Long.BYTES;
        byte[] frame = new byte[2 + extra + MASK + data.length];
        frame[0] = (byte) (FIN | (compressing == null ? 0 : COMPRESSED) | opcode);
        int shown = extra == 0 ? data.length : extra == Short.BYTES ? LENGTH_IN_TWO_BYTES : LENGTH_IN_EIGHT_BYTES;
        frame[1] = (byte) (MASKED | shown);
        for (int i = 0; i < extra; i++) {
            frame[2 + i] = (byte) ((long) data.length >>> (extra - 1 - i) * Byte.SIZE);
        }
        int mask = random.nextInt();
        int start = 2 + extra;
        for (int i = 0; i < MASK; i++) {
            frame[start + i] = (byte) (mask >>> (MASK - 1 - i) * Byte.SIZE);
        }
        int body = start + MASK;
        for (int i = 0; i < data.length; i++) {
            frame[body + i] = (byte) (data[i] ^ frame[start + (i & 3)]);
        }
        out.write(frame);
        return frame.length;
    }
}
