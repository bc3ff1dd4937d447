package io.mockarty.resolver.http;

import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;

/** Copies what the engine needs out of an Undertow exchange, which may be reused. */
final class RequestReader {

    private RequestReader() {}

    /** Path and query as they were sent, without scheme and host. */
    static String target(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        if (exchange.isHostIncludedInRequestURI()) {
            int path = uri.indexOf('/', uri.indexOf("//") + 2);
            uri = path < 0 ? "/" : uri.substring(path);
        }
        String query = exchange.getQueryString();
        return query.isEmpty() ? uri : uri + "?" + query;
    }

    static MockRequest read(HttpServerExchange exchange, String target, byte[] body) {
        return MockRequest.of(
                exchange.getRequestMethod().toString(), target, headers(exchange.getRequestHeaders()), body);
    }

    private static Headers headers(HeaderMap map) {
        Headers.Builder headers = Headers.builder();
        for (long cookie = map.fastIterateNonEmpty(); cookie != -1L; cookie = map.fiNextNonEmpty(cookie)) {
            HeaderValues values = map.fiCurrent(cookie);
            String name = values.getHeaderName().toString();
            for (int i = 0; i < values.size(); i++) {
                headers.add(name, values.get(i));
            }
        }
        return headers.build();
    }
}
