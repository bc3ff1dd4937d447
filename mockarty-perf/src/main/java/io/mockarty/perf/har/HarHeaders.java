package io.mockarty.perf.har;

import io.mockarty.perf.har.HarEntry.Field;
import java.util.Locale;
import java.util.Set;

/** Which headers a page meant to send, and which the browser or the connection added. */
final class HarHeaders {

    private static final Set<String> NOISE = Set.of(
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "alt-used",
            "baggage",
            "cache-control",
            "connection",
            "content-length",
            "device-memory",
            "dnt",
            "downlink",
            "dpr",
            "ect",
            "expect",
            "host",
            "keep-alive",
            "newrelic",
            "pragma",
            "priority",
            "purpose",
            "range",
            "referer",
            "rtt",
            "save-data",
            "sentry-trace",
            "te",
            "traceparent",
            "tracestate",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "upgrade-insecure-requests",
            "user-agent",
            "viewport-width",
            "width",
            "x-client-data");
    private static final Set<String> PREFIXES =
            Set.of(":", "sec-", "proxy-connection", "if-", "x-datadog-", "x-b3-", "access-control-request-");

    private HarHeaders() {}

    static boolean isNoise(Field header, String method) {
        String name = header.name().toLowerCase(Locale.ROOT);
        if (NOISE.contains(name) || PREFIXES.stream().anyMatch(name::startsWith)) {
            return !name.startsWith("access-control-request-");
        }
        return switch (name) {
            case "accept" -> isOfBrowser(header.value());
            // Servers check it on what changes things, against forged requests; elsewhere nobody looks.
            case "origin" -> method.equals("GET") || method.equals("HEAD");
            default -> false;
        };
    }

    private static boolean isOfBrowser(String accept) {
        return accept.isBlank()
                || accept.startsWith("*/*")
                || accept.startsWith("text/html,")
                || accept.startsWith("text/css")
                || accept.startsWith("image/");
    }
}
