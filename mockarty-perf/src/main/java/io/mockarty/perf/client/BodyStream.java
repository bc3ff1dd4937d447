package io.mockarty.perf.client;

import java.io.IOException;
import java.io.InputStream;

/** The body of an answer as it arrives. Closing it closes the connection. */
final class BodyStream extends InputStream {

    private final AnswerReader reader;
    private final Runnable close;
    private final boolean chunked;
    private long left;
    private boolean ended;

    /**
     * Creates the stream.
     *
     * @param length how many bytes it has, or -1 when the end of the connection is its end
     */
    BodyStream(AnswerReader reader, Runnable close, boolean chunked, long length) {
        this.reader = reader;
        this.close = close;
        this.chunked = chunked;
        left = chunked ? 0 : length;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        if (left == 0 && (!chunked || !nextChunk())) {
            ended = true;
            return -1;
        }
        int count = reader.read(target, offset, left < 0 ? length : (int) Math.min(length, left));
        if (count < 0) {
            ended = true;
            return -1;
        }
        if (left > 0) {
            left -= count;
            if (left == 0 && chunked) {
                reader.endChunk();
            }
        }
        return count;
    }

    private boolean nextChunk() throws IOException {
        left = reader.chunkSize();
        return left > 0;
    }

    @Override
    public void close() {
        ended = true;
        close.run();
    }
}
