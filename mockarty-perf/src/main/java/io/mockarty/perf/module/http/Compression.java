package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpHeaders;
import io.mockarty.perf.module.ScriptException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Compressed bodies. */
final class Compression {

    private Compression() {}

    /** Compresses with one algorithm after the other, as in {@code "deflate, gzip"}. */
    static byte[] compress(byte[] content, String algorithms, HttpHeaders headers) {
        byte[] compressed = content;
        for (String algorithm : algorithms.split(",")) {
            compressed = compress(compressed, algorithm.strip());
        }
        headers.set("Content-Encoding", algorithms);
        return compressed;
    }

    private static byte[] compress(byte[] content, String algorithm) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (algorithm) {
            case "gzip" -> new GZIPOutputStream(bytes);
            case "deflate" -> new DeflaterOutputStream(bytes);
            default ->
                throw new ScriptException(
                        "compression: \"" + algorithm + "\" (expected: gzip or deflate, or both with a comma)");
        }) {
            out.write(content);
        } catch (IOException e) {
            throw new ScriptException("compression: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /** The body of an answer as it was before it was compressed; what cannot be decoded stays as it is. */
    static byte[] decode(byte[] content, @Nullable String encodings) throws IOException {
        if (encodings == null || content.length == 0) {
            return content;
        }
        byte[] decoded = content;
        List<String> order = Arrays.asList(encodings.toLowerCase(Locale.ROOT).split(","));
        Collections.reverse(order);
        for (String encoding : order) {
            switch (encoding.strip()) {
                case "gzip", "x-gzip" -> decoded = readAll(new GZIPInputStream(new ByteArrayInputStream(decoded)));
                case "deflate" -> decoded = inflate(decoded);
                case "identity", "" -> {}
                default -> {
                    return decoded;
                }
            }
        }
        return decoded;
    }

    /** With the head of zlib, as the standard asks, or without, as some servers have it. */
    private static byte[] inflate(byte[] content) throws IOException {
        int head = content.length < 2 ? 1 : (content[0] & 0xff) << 8 | content[1] & 0xff;
        boolean bare = (content[0] & 0x0f) != 8 || head % 31 != 0;
        Inflater inflater = new Inflater(bare);
        try {
            return readAll(new InflaterInputStream(new ByteArrayInputStream(content), inflater));
        } finally {
            inflater.end();
        }
    }

    private static byte[] readAll(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }
}
