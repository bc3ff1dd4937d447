package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpAnswer;
import java.net.HttpCookie;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cookies that an answer sets, as responses show them. */
final class SetCookies {

    private static final Pattern MAX_AGE = Pattern.compile("(?i);\\s*max-age=(\\d{1,18})");
    private static final Pattern EXPIRES = Pattern.compile("(?i);\\s*expires=([^;]+)");

    private SetCookies() {}

    /** Lists of cookies by name; empty without an answer. */
    static Map<String, Object> of(@Nullable HttpAnswer answer) {
        Map<String, List<Object>> cookies = new LinkedHashMap<>();
        List<String> lines = answer == null ? List.of() : answer.headers().all("Set-Cookie");
        for (String line : lines) {
            for (HttpCookie cookie : parse(line)) {
                cookies.computeIfAbsent(cookie.getName(), missing -> new ArrayList<>())
                        .add(fields(cookie, line));
            }
        }
        return new LinkedHashMap<>(cookies);
    }

    private static Map<String, Object> fields(HttpCookie cookie, String line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", cookie.getName());
        fields.put("value", cookie.getValue());
        fields.put("domain", cookie.getDomain() == null ? "" : cookie.getDomain());
        fields.put("path", cookie.getPath() == null ? "" : cookie.getPath());
        fields.put("http_only", cookie.isHttpOnly());
        fields.put("secure", cookie.getSecure());
        fields.put("max_age", maxAge(line));
        fields.put("expires", expires(line));
        return fields;
    }

    private static long maxAge(String line) {
        Matcher seconds = MAX_AGE.matcher(line);
        return seconds.find() ? Long.parseLong(seconds.group(1)) : 0;
    }

    /** When the cookie of a header expires, in milliseconds since 1970, or 0. */
    private static long expires(String line) {
        Matcher date = EXPIRES.matcher(line);
        if (!date.find()) {
            return 0;
        }
        try {
            String text = date.group(1).strip().replace('-', ' ');
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** The cookies of a header, usually one; none when it is malformed. */
    static List<HttpCookie> parse(String line) {
        try {
            return HttpCookie.parse(line);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
