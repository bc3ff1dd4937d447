package io.mockarty.perf.har;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides which entries a script repeats, and counts the others by why it does not. */
final class EntryFilter {

    private static final Set<String> STATIC_KINDS =
            Set.of("stylesheet", "script", "image", "font", "media", "texttrack", "manifest");
    private static final Set<String> STATIC_ENDINGS = Set.of(
            "css",
            "js",
            "mjs",
            "map",
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "webp",
            "avif",
            "ico",
            "bmp",
            "woff",
            "woff2",
            "ttf",
            "otf",
            "eot",
            "mp3",
            "mp4",
            "webm",
            "ogg",
            "wav",
            "m4a",
            "vtt",
            "webmanifest",
            "wasm");

    private final HarOptions options;
    private final Map<String, Integer> dropped = new TreeMap<>();

    EntryFilter(HarOptions options) {
        this.options = options;
    }

    boolean keeps(HarEntry entry) {
        String reason = reason(entry);
        if (reason != null) {
            dropped.merge(reason, 1, Integer::sum);
        }
        return reason == null;
    }

    /** How many entries were dropped, by a description in the plural. */
    Map<String, Integer> dropped() {
        return dropped;
    }

    private @Nullable String reason(HarEntry entry) {
        HarUrl url = entry.request().url();
        if (isWebSocket(entry)) {
            return "WebSocket connections (use k6/ws for them)";
        }
        if (!url.scheme().equals("http") && !url.scheme().equals("https")) {
            return "addresses that are not HTTP";
        }
        if (!options.hosts().isEmpty() && !options.hosts().contains(url.hostName())) {
            return "requests to other hosts";
        }
        if (entry.response().status() == 0) {
            return "requests without a response";
        }
        if (entry.request().method().equals("OPTIONS")
                && !entry.request().header("access-control-request-method").isEmpty()) {
            return "CORS preflights";
        }
        return !options.keepStatic() && isStatic(entry) ? "static resources" : null;
    }

    static boolean isWebSocket(HarEntry entry) {
        String scheme = entry.request().url().scheme();
        return scheme.equals("ws")
                || scheme.equals("wss")
                || entry.response().status() == 101
                || entry.response().kind().equals("websocket");
    }

    private static boolean isStatic(HarEntry entry) {
        if (!entry.request().method().equals("GET")) {
            return false;
        }
        String type = entry.response().type().toLowerCase(Locale.ROOT);
        if (STATIC_KINDS.contains(entry.response().kind())
                || type.startsWith("image/")
                || type.startsWith("font/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.contains("css")
                || type.contains("javascript")
                || type.contains("ecmascript")
                || type.contains("font-")) {
            return true;
        }
        String path = entry.request().url().path();
        String ending = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1);
        boolean asData = HarEntry.isJson(type) || type.startsWith("text/html");
        return path.contains(".") && !asData && STATIC_ENDINGS.contains(ending.toLowerCase(Locale.ROOT));
    }
}
