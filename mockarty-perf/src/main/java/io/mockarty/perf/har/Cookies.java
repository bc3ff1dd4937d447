package io.mockarty.perf.har;

import io.mockarty.perf.har.HarEntry.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cookies in headers. */
final class Cookies {

    /** What advertising and statistics keep in the browser; it tells servers of the shop nothing. */
    private static final Pattern TRACKING = Pattern.compile(
            "_ga.*|_gid|_gat.*|_gcl_.*|_fb[cp]|_hj.*|__utm.*|ajs_.*|amplitude.*|mp_.*_mixpanel|optimizely.*|_clck|_clsk"
                    + "|_uet.*|_pin_.*|_tt_.*|__hs.*|hubspotutk|intercom-.*|NID|IDE|_pk_.*");

    private Cookies() {}

    /** The pairs of a header {@code Cookie}. */
    static List<Field> ofRequest(String header) {
        List<Field> cookies = new ArrayList<>();
        for (String pair : header.split(";", -1)) {
            add(cookies, pair);
        }
        return cookies;
    }

    /**
     * The cookies that a header {@code Set-Cookie} sets; some recorders put several into one, on lines of their own.
     */
    static List<Field> ofResponse(String header) {
        List<Field> cookies = new ArrayList<>();
        for (String line : header.split("\n", -1)) {
            add(cookies, line.split(";", 2)[0]);
        }
        return cookies;
    }

    private static void add(List<Field> cookies, String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            cookies.add(new Field(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip()));
        }
    }

    static boolean isTracking(String name) {
        return TRACKING.matcher(name).matches();
    }
}
