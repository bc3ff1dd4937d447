package io.mockarty.perf.metric;

import java.net.URI;
import java.util.regex.Pattern;

/** Names of routes, under which requests that differ only in an id are counted together. */
public final class RouteNames {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private RouteNames() {}

    /**
     * {@return the path of a URL with {@code {uuid}} for segments that are UUIDs and {@code {id}} for numbers}
     *
     * @param url an absolute URL or a path; query and fragment are left out
     */
    public static String normalize(String url) {
        String path = path(url);
        StringBuilder route = new StringBuilder(path.length());
        for (String segment : (path.startsWith("/") ? path.substring(1) : path).split("/", -1)) {
            route.append('/').append(placeholder(segment));
        }
        return route.toString();
    }

    private static String placeholder(String segment) {
        if (NUMBER.matcher(segment).matches()) {
            return "{id}";
        }
        return UUID.matcher(segment).matches() ? "{uuid}" : segment;
    }

    private static String path(String url) {
        int scheme = url.indexOf("://");
        int start = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
        String path = start < 0 ? "/" : url.substring(start);
        int end = path.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = path.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return path.substring(0, end);
    }

    /**
     * {@return the path of a URI, normalized}
     *
     * @param uri the URI
     */
    public static String normalize(URI uri) {
        return normalize(uri.getRawPath() == null ? "/" : uri.getRawPath());
    }
}
