package io.mockarty.perf.har;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response as they were recorded.
 *
 * @param index its place in the file, from 0
 * @param page the page it belongs to, or null
 * @param start when it began, in milliseconds since 1970
 * @param millis how long it took
 * @param request what was sent
 * @param response what came back
 */
record HarEntry(int index, @Nullable String page, double start, double millis, Request request, Response response) {

    /** A header or a cookie. */
    record Field(String name, String value) {}

    /**
     * What was sent.
     *
     * @param method in capital letters
     * @param url where to
     * @param headers those that are not for a single connection
     * @param cookies what the header {@code Cookie} had
     * @param body what was sent along, or null
     */
    record Request(
            String method,
            HarUrl url,
            List<Field> headers,
            List<Field> cookies,
            @Nullable Body body) {

        /** The value of a header, or the empty string. */
        String header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Field::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * What was sent along.
     *
     * @param type its media type with parameters
     * @param text what was sent, may be empty
     * @param parts the fields of a form; may be empty although there are some in the text
     */
    record Body(String type, String text, List<Part> parts) {

        boolean isJson() {
            return HarEntry.isJson(type);
        }

        boolean isForm() {
            return type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        }

        boolean isMultipart() {
            return type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        }
    }

    /**
     * A field of a form.
     *
     * @param name its name
     * @param value its value or the content of the file; null when the recording has none
     * @param file the name of the file, or null when it is none
     * @param type the media type of the file
     */
    record Part(
            String name, @Nullable String value, @Nullable String file, String type) {}

    /**
     * What came back.
     *
     * @param status 0 when nothing came
     * @param type the media type
     * @param location where it redirects to; may be empty
     * @param cookies what it set
     * @param kind what the browser wanted it for, such as {@code xhr}; may be empty
     */
    record Response(int status, String type, String location, List<Field> cookies, String kind) {

        boolean isRedirect() {
            return status >= 301 && status <= 308 && status != 304 && !location.isEmpty();
        }
    }

    double end() {
        return start + Math.max(0, millis);
    }

    static boolean isJson(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.contains("/json") || lower.contains("+json");
    }
}
