package io.mockarty.blob.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Bytes that are made as they are read, from their place and a seed; as many as one likes need no memory. The same size
 * and seed give the same bytes.
 */
public final class GeneratedStream extends InputStream {

    private final long size;
    private final int seed;
    private long position;

    /**
     * Creates the stream.
     *
     * @param size how many bytes it has
     * @param seed what tells its bytes from those of another
     */
    public GeneratedStream(long size, int seed) {
        this.size = size;
        this.seed = seed;
    }

    /** {@return bytes that end in an {@link IOException}, {@code cable cut}} */
    public static InputStream cutOffAfter(long size) {
        return new SequenceInputStream(new GeneratedStream(size, 0), new CutOff());
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (position == size && length > 0) {
            return -1;
        }
        int count = (int) Math.min(length, size - position);
        for (int i = 0; i < count; i++) {
            long mixed = (position + i + seed * 1_000_003L) * 0x9E3779B97F4A7C15L;
            bytes[offset + i] = (byte) (mixed >>> 40);
        }
        position += count;
        return count;
    }

    /** {@return whether the bytes of another stream are those of this one, to the last; both are read} */
    public boolean matches(InputStream other) {
        byte[] theirs = new byte[64 * 1024];
        byte[] ours = new byte[theirs.length];
        try {
            while (true) {
                int read = other.readNBytes(theirs, 0, theirs.length);
                int expected = readNBytes(ours, 0, ours.length);
                if (read != expected || !Arrays.equals(theirs, 0, read, ours, 0, read)) {
                    return false;
                }
                if (read == 0) {
                    return true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class CutOff extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("cable cut");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("cable cut");
        }
    }
}
