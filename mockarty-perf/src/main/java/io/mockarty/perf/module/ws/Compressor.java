package io.mockarty.perf.module.ws;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses messages each by itself (RFC 7692, {@code permessage-deflate} without context takeover). One thread at a
 * time deflates, and one inflates.
 */
final class Compressor {

    /** What is asked for. */
    static final String OFFER = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    /** What each compressed block ends with, which is left out on the wire. */
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    private static final int CHUNK = 8 * 1024;

    byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(data);
            ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 2 + 16);
            byte[] chunk = new byte[CHUNK];
            int count;
            do {
                count = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
                out.write(chunk, 0, count);
            } while (count == chunk.length);
            byte[] all = out.toByteArray();
            return java.util.Arrays.copyOf(all, all.length - TAIL.length);
        } finally {
            deflater.end();
        }
    }

    /** The message, or null when it is longer than allowed. */
    byte @Nullable [] inflate(byte[] data, long most) throws WsProtocolException {
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(data.length * 3 + 16);
            byte[] chunk = new byte[CHUNK];
            for (byte[] part : new byte[][] {data, TAIL}) {
                inflater.setInput(part);
                for (int count = inflater.inflate(chunk); count > 0; count = inflater.inflate(chunk)) {
                    out.write(chunk, 0, count);
                    if (out.size() > most) {
                        return null;
                    }
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new WsProtocolException(
                    WsProtocolException.RULES, "the server sent a message with broken compression");
        } finally {
            inflater.end();
        }
    }
}
