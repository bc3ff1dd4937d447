package io.mockarty.resolver.http;

import io.mockarty.request.MockReply;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes replies. Thread-safe. */
final class ReplySender {

    private static final int MAX_NAMES = 1_000;

    /** Header names in the form Undertow wants them. Bounded, because names come from mocks that come and go. */
    private final Map<String, HttpString> names = new ConcurrentHashMap<>();

    void send(HttpServerExchange exchange, MockReply reply) {
        if (exchange.isResponseStarted()) {
            return;
        }
        exchange.setStatusCode(reply.status());
        HeaderMap headers = exchange.getResponseHeaders();
        reply.headers().forEach((name, value) -> add(headers, name(name), value));
        if (reply.body().length == 0 || !mayHaveBody(reply.status())) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(ByteBuffer.wrap(reply.body()));
        }
    }

    /** The length and the framing of a body are the server's business, whatever a mock says. */
    private static void add(HeaderMap headers, HttpString name, String value) {
        if (!name.equals(Headers.CONTENT_LENGTH) && !name.equals(Headers.TRANSFER_ENCODING)) {
            headers.add(name, value);
        }
    }

    private static boolean mayHaveBody(int status) {
        return status >= 200 && status != 204 && status != 304;
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
