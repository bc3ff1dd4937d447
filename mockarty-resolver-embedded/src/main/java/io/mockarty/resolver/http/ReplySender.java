package io.mockarty.resolver.http;

import io.mockarty.request.MockReply;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Writes replies. Thread-safe. */
final class ReplySender {

    private static final int MAX_NAMES = 1_000;

    /** Fields that say how a message is framed, which is the server's business, whatever a mock says. */
    private static final Set<HttpString> FRAMING = Set.of(Headers.CONTENT_LENGTH, Headers.TRANSFER_ENCODING);

    /** Fields that HTTP/2 forbids (RFC 9113 section 8.2.2). */
    private static final Set<HttpString> HTTP1_ONLY = Set.of(
            Headers.CONNECTION, Headers.UPGRADE, Headers.KEEP_ALIVE, HttpString.tryFromString("Proxy-Connection"));

    /** Header names in the form Undertow wants them. Bounded, because names come from mocks that come and go. */
    private final Map<String, HttpString> names = new ConcurrentHashMap<>();

    void send(HttpServerExchange exchange, MockReply reply) {
        if (exchange.isResponseStarted()) {
            return;
        }
        exchange.setStatusCode(reply.status());
        HeaderMap headers = exchange.getResponseHeaders();
        boolean http2 = exchange.getProtocol().equals(Protocols.HTTP_2_0);
        reply.headers().forEach((name, value) -> add(headers, name(name), value, http2));
        if (reply.body().length == 0 || !mayHaveBody(reply.status())) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(ByteBuffer.wrap(reply.body()));
        }
    }

    /** {@return a name for a request that did not get to a namespace} */
    static String requestId() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    private static void add(HeaderMap headers, HttpString name, String value, boolean http2) {
        if (!FRAMING.contains(name) && !(http2 && HTTP1_ONLY.contains(name))) {
            headers.add(name, oneBytePerChar(value));
        }
    }

    /** Undertow writes the low byte of each character, which would make another text of what is not Latin-1. */
    private static String oneBytePerChar(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xFF) {
                return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return value;
    }

    private static boolean mayHaveBody(int status) {
        return status != 204 && status != 304;
    }

    private HttpString name(String name) {
        HttpString known = names.get(name);
        if (known == null) {
            known = new HttpString(name);
            if (names.size() < MAX_NAMES) {
                names.put(name, known);
            }
        }
        return known;
    }
}
