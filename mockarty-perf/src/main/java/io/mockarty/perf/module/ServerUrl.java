package io.mockarty.perf.module;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a server that is no web server, such as {@code amqp://user:password@host:5672/path?option=value}.
 * Immutable. Nothing here shows the password but {@link #password}.
 *
 * @param scheme the scheme in lower case
 * @param user the name to log in with, decoded, or null
 * @param password the password, decoded, or null
 * @param host the host
 * @param port the port, or -1 when it is left out
 * @param path the path without its first slash, decoded; empty when there is none
 * @param query options behind the question mark, decoded
 */
public record ServerUrl(
        String scheme,
        @Nullable String user,
        @Nullable String password,
        String host,
        int port,
        String path,
        Map<String, String> query) {

    /**
     * {@return a URL}
     *
     * @param where the function that gets it, such as {@code redis.open}, for messages
     * @param url the text
     * @param schemes the schemes that are allowed
     * @throws ScriptException when it is malformed
     */
    public static ServerUrl parse(String where, String url, List<String> schemes) {
        String expected = "(expected: " + schemes.get(0) + "://user:password@host:port)";
        int colon = url.indexOf("://");
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
        if (!schemes.contains(scheme)) {
            throw new ScriptException(where + ": a URL with scheme \"" + scheme + "\" " + expected);
        }
        try {
            return parse(scheme, escaped(url));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The exception would show the whole URL with the password in it.
            throw new ScriptException(where + ": a malformed URL of scheme " + scheme + " " + expected);
        }
    }

    private static ServerUrl parse(String scheme, String url) throws URISyntaxException {
        URI uri = new URI(url).parseServerAuthority();
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("no host");
        }
        String login = uri.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        String user = login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon));
        String password = login == null || colon < 0 ? null : decoded(login.substring(colon + 1));
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new ServerUrl(
                scheme,
                user == null || user.isEmpty() ? null : user,
                password,
                uri.getHost(),
                uri.getPort(),
                decoded(path.startsWith("/") ? path.substring(1) : path),
                query(uri.getRawQuery()));
    }

    /** Passwords often hold letters that a URL must not; people write them as they are. */
    private static String escaped(String url) {
        int start = url.indexOf("://") + 3;
        int slash = url.indexOf('/', start);
        int at = url.lastIndexOf('@', slash < 0 ? url.length() : slash);
        if (at < start) {
            return url;
        }
        StringBuilder login = new StringBuilder();
        for (char letter : url.substring(start, at).toCharArray()) {
            if ("#?[]@ \"<>\\^`{|}".indexOf(letter) >= 0) {
                login.append('%').append(String.format(java.util.Locale.ROOT, "%02X", (int) letter));
            } else {
                login.append(letter);
            }
        }
        return url.substring(0, start) + login + url.substring(at);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * {@return the port}
     *
     * @param standard the port when it is left out
     */
    public int portOr(int standard) {
        return port < 0 ? standard : port;
    }

    /** {@return the URL without user, password and options} */
    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port) + "/" + path;
    }
}
