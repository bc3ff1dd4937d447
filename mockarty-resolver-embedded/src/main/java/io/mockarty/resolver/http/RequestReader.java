package io.mockarty.resolver.http;

import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Copies what the engine needs out of an Undertow exchange, which may be reused. */
final class RequestReader {

    private static final Pattern CLOSE = Pattern.compile("(?i)(^|,)\\s*close\\s*(,|$)");

    private RequestReader() {}

    /** Tells whether {@code close} stands in a list of connection options; Undertow looks for it alone only. */
    static boolean wantsClose(HttpServerExchange exchange) {
        HeaderValues options = exchange.getRequestHeaders().get(io.undertow.util.Headers.CONNECTION);
        if (options != null) {
            for (int i = 0; i < options.size(); i++) {
                if (options.get(i).indexOf(',') >= 0
                        && CLOSE.matcher(options.get(i)).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Path and query as they were sent, without scheme and host. */
    static String target(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        if (exchange.isHostIncludedInRequestURI()) {
            int path = uri.indexOf('/', uri.indexOf("//") + 2);
            uri = path < 0 ? "/" : uri.substring(path);
        }
        String query = exchange.getQueryString();
        return utf8(query.isEmpty() ? uri : uri + "?" + query);
    }

    /** Undertow makes a character of each byte; clients that do not escape what they should send UTF-8. */
    private static String utf8(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) > 0x7F) {
                return new String(target.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return target;
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
                String value = values.get(i);
                // HTTP/2 without :authority leaves a Host field without value.
                if (value != null) {
                    headers.add(name, value);
                }
            }
        }
        return headers.build();
    }
}
