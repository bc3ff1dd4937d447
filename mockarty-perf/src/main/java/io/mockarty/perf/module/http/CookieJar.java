package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpHeaders;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where cookies are kept. Thread-safe. */
final class CookieJar {

    private final CookieManager manager = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private volatile boolean empty = true;

    /** Takes the cookies of an answer. */
    void store(URI uri, HttpHeaders headers) {
        List<String> set = headers.all("Set-Cookie");
        if (set.isEmpty()) {
            return;
        }
        empty = false;
        try {
            manager.put(uri, Map.of("Set-Cookie", set));
        } catch (IOException e) {
            // Thrown for arguments that are null only.
            throw new IllegalStateException(e);
        }
    }

    void add(URI uri, HttpCookie cookie) {
        empty = false;
        if (cookie.getPath() == null) {
            cookie.setPath("/");
        }
        manager.getCookieStore().add(uri, cookie);
    }

    /** The cookies that a request gets. */
    List<HttpCookie> cookies(URI uri) {
        if (empty) {
            return List.of();
        }
        String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
        List<HttpCookie> matching = new ArrayList<>();
        for (HttpCookie cookie : manager.getCookieStore().get(uri)) {
            boolean secure = !cookie.getSecure() || "https".equalsIgnoreCase(uri.getScheme());
            if (secure && covers(cookie.getPath() == null ? "/" : cookie.getPath(), path)) {
                matching.add(cookie);
            }
        }
        return matching;
    }

    /** The rule of RFC 6265, section 5.1.4. */
    private static boolean covers(String cookiePath, String path) {
        return path.equals(cookiePath)
                || path.startsWith(cookiePath) && (cookiePath.endsWith("/") || path.charAt(cookiePath.length()) == '/');
    }

    void remove(URI uri, String name) {
        cookies(uri).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> manager.getCookieStore().remove(uri, cookie));
    }

    void clear(URI uri) {
        cookies(uri).forEach(cookie -> manager.getCookieStore().remove(uri, cookie));
    }

    void clear() {
        if (!empty) {
            manager.getCookieStore().removeAll();
            empty = true;
        }
    }
}
