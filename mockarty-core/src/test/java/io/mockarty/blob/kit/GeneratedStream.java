package io.mockarty.blob.kit;

import java.io.IOException;
import java.io.InputStream;
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

    @Override
    public int read() {
        if (position == size) {
            return -1;
        }
        long mixed = (position + seed * 1_000_003L) * 0x9E3779B97F4A7C15L;
        position++;
        return (int) (mixed >>> 40) & 0xFF;
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
}
