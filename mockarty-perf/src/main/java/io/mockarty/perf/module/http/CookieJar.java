package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpHeaders;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where cookies are kept. Thread-safe. */
final class CookieJar {

    private static final Pattern ADDRESS = Pattern.compile("\\[.*|[0-9.]+");

    private final CookieStore cookies = new CookieManager().getCookieStore();
    private volatile boolean empty = true;

    /** Takes the cookies of an answer; those for other domains, and those that are none, are left out. */
    void store(URI uri, HttpHeaders headers) {
        for (String line : headers.all("Set-Cookie")) {
            for (HttpCookie cookie : SetCookies.parse(line)) {
                if (cookie.getPath() == null) {
                    cookie.setPath(defaultPath(uri));
                }
                add(uri, cookie);
            }
        }
    }

    /** Takes a cookie, unless it is for another domain than that of the URI. */
    void add(URI uri, HttpCookie cookie) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String domain =
                cookie.getDomain() == null ? "" : withoutDot(cookie.getDomain().toLowerCase(Locale.ROOT));
        boolean address = ADDRESS.matcher(host).matches();
        boolean ofDomain = !domain.isEmpty() && !address;
        if (!domain.isEmpty() && !domain.equals(host) && (address || !host.endsWith("." + domain))) {
            return;
        }
        cookie.setVersion(0);
        // The store looks only at the end of a host; without a domain it goes by the whole host.
        cookie.setDomain(ofDomain ? "." + domain : null);
        if (cookie.getPath() == null) {
            cookie.setPath("/");
        }
        empty = false;
        cookies.add(uri, cookie);
    }

    private static String withoutDot(String domain) {
        return domain.startsWith(".") ? domain.substring(1) : domain;
    }

    /** The rule of RFC 6265, section 5.1.4. */
    private static String defaultPath(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        int last = path.lastIndexOf('/');
        return last <= 0 ? "/" : path.substring(0, last);
    }

    /** The cookies that a request gets. */
    List<HttpCookie> cookies(URI uri) {
        if (empty) {
            return List.of();
        }
        String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
        List<HttpCookie> matching = new ArrayList<>();
        for (HttpCookie cookie : cookies.get(uri)) {
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
                .forEach(cookie -> cookies.remove(uri, cookie));
    }

    void clear(URI uri) {
        cookies(uri).forEach(cookie -> cookies.remove(uri, cookie));
    }

    void clear() {
        if (!empty) {
            cookies.removeAll();
            empty = true;
        }
    }
}
