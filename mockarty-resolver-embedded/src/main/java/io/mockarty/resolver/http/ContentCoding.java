package io.mockarty.resolver.http;

import io.undertow.server.RequestTooBigException;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Removes gzip and deflate from request bodies, up to the body limit; other codings stay as they are. */
final class ContentCoding {

    private ContentCoding() {}

    static byte[] decode(byte[] body, HeaderMap headers, long maxBytes) throws IOException {
        String coding = headers.getFirst(Headers.CONTENT_ENCODING);
        if (coding == null || body.length == 0) {
            return body;
        }
        if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
            return inflate(new GZIPInputStream(new ByteArrayInputStream(body)), maxBytes);
        }
        return coding.equalsIgnoreCase("deflate")
                ? inflate(new InflaterInputStream(new ByteArrayInputStream(body)), maxBytes)
                : body;
    }

    private static byte[] inflate(InputStream in, long maxBytes) throws IOException {
        try (in) {
            byte[] decoded = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (decoded.length > maxBytes) {
                throw new RequestTooBigException("the inflated body is larger than " + maxBytes + " bytes");
            }
            return decoded;
        }
    }
}
