package io.mockarty.perf.har;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.perf.har.HarEntry.Body;
import io.mockarty.perf.har.HarEntry.Field;
import io.mockarty.perf.har.HarEntry.Part;
import io.mockarty.perf.har.HarEntry.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that a request sends.
 *
 * @param place where it stands
 * @param name what it is called there; empty for a segment of the path
 * @param value the value without its encoding
 */
record Use(Place place, String name, String value) {

    /** Where a value stands. */
    enum Place {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        FIELD
    }

    /** All values of a request, in the order in which a script shows them. */
    static List<Use> of(Request request) {
        List<Use> uses = new ArrayList<>();
        for (String segment : request.url().segments()) {
            uses.add(new Use(Place.PATH, "", HarUrl.decode(segment, false)));
        }
        for (HarUrl.Parameter parameter : request.url().parameters()) {
            String value = parameter.value() == null ? "" : parameter.value();
            uses.add(new Use(Place.QUERY, HarUrl.decode(parameter.name(), true), HarUrl.decode(value, true)));
        }
        for (Field header : request.headers()) {
            uses.add(new Use(Place.HEADER, header.name(), header.value()));
        }
        for (Field cookie : request.cookies()) {
            uses.add(new Use(Place.COOKIE, cookie.name(), cookie.value()));
        }
        Body body = request.body();
        if (body != null) {
            fields(body, (name, value) -> uses.add(new Use(Place.FIELD, name, value)));
        }
        return uses;
    }

    private static void fields(Body body, BiConsumer<String, String> to) {
        Object json = body.isJson() ? json(body.text()) : null;
        if (json != null) {
            leaves("", json, to);
            return;
        }
        if (!body.isForm() && !body.isMultipart()) {
            RawFields.of(body.text()).forEach(field -> to.accept(field.name(), field.value()));
        }
        for (Part part : Forms.parts(body)) {
            if (part.file() == null && part.value() != null) {
                to.accept(part.name(), part.value());
            }
        }
    }

    /** The value that a text is the JSON of, or null when it is none. */
    static @Nullable Object json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static void leaves(String name, @Nullable Object json, BiConsumer<String, String> to) {
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> leaves(String.valueOf(key), value, to));
        } else if (json instanceof List<?> list) {
            list.forEach(element -> leaves(name, element, to));
        } else if (json instanceof String || json instanceof Number) {
            to.accept(name, Json.text(json));
        }
    }
}
