package io.mockarty.perf.har;

import io.mockarty.json.Json;
import io.mockarty.perf.har.HarEntry.Body;
import io.mockarty.perf.har.HarEntry.Field;
import io.mockarty.perf.har.HarEntry.Part;
import io.mockarty.perf.har.HarEntry.Request;
import io.mockarty.perf.har.HarEntry.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the requests of a HAR, and tells all that is wrong with them at once. */
final class HarReader implements HarStream.Visitor {

    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_VALUE = 80;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS = 1e3;

    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final List<HarEntry> entries = new ArrayList<>();
    private String creator = "";

    private HarReader() {}

    static HarRecording read(Path file) throws InvalidHarException, IOException {
        HarReader reader = new HarReader();
        HarStream.read(file, reader, index -> false);
        if (reader.problems.size() > MOST_PROBLEMS) {
            int more = reader.problems.size() - MOST_PROBLEMS;
            reader.problems.subList(MOST_PROBLEMS, reader.problems.size()).clear();
            reader.problems.add("and " + more + " more");
        }
        if (!reader.problems.isEmpty()) {
            throw new InvalidHarException(reader.problems);
        }
        return new HarRecording(reader.creator, reader.pages, reader.entries);
    }

    @Override
    public void creator(@Nullable Object json) {
        creator = (text(json, "name") + " " + text(json, "version")).strip();
    }

    @Override
    public void page(int index, @Nullable Object json) {
        String id = text(json, "id");
        if (id.isEmpty()) {
            problem("log.pages[" + index + "].id", member(json, "id"), "the text that entries refer to as pageref");
        } else {
            pages.put(id, text(json, "title"));
        }
    }

    @Override
    public void entry(int index, @Nullable Object json) {
        String path = "log.entries[" + index + "]";
        int before = problems.size();
        if (!(json instanceof Map)) {
            problem(path, json, "an object with request and response");
            return;
        }
        double start = moment(path + ".startedDateTime", member(json, "startedDateTime"));
        Request request = request(path + ".request", member(json, "request"));
        Response response = response(path + ".response", member(json, "response"), text(json, "_resourceType"));
        if (problems.size() == before && request != null && response != null) {
            String page = text(json, "pageref");
            double millis = member(json, "time") instanceof Number time ? time.doubleValue() : 0;
            entries.add(new HarEntry(index, page.isEmpty() ? null : page, start, millis, request, response));
        }
    }

    private double moment(String path, @Nullable Object value) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(String.valueOf(value).strip());
            return moment.toEpochSecond() * MILLIS + moment.getNano() / NANOS_PER_MILLI;
        } catch (DateTimeException e) {
            problem(path, value, "a moment such as 2026-11-24T09:30:00.000Z");
            return 0;
        }
    }

    private @Nullable Request request(String path, @Nullable Object json) {
        if (!(json instanceof Map)) {
            problem(path, json, "an object with method and url");
            return null;
        }
        String method = text(json, "method").toUpperCase(Locale.ROOT);
        if (!method.matches("[A-Z0-9!#$%&'*+.^_`|~-]+")) {
            problem(path + ".method", member(json, "method"), "a method such as GET");
        }
        String address = text(json, "url");
        HarUrl url = HarUrl.parse(address);
        if (url == null && isOpaque(address)) {
            url = new HarUrl(address.substring(0, address.indexOf(':')), "", "none", "/", null);
        }
        if (url == null) {
            problem(path + ".url", member(json, "url"), "an absolute URL such as https://host/path");
            return null;
        }
        List<Field> headers = new ArrayList<>();
        List<Field> cookies = new ArrayList<>();
        for (Field header : fields(path + ".headers", member(json, "headers"))) {
            if (header.name().equalsIgnoreCase("cookie")) {
                cookies.addAll(Cookies.ofRequest(header.value()));
            } else if (!HarHeaders.isNoise(header, method)) {
                headers.add(new Field(header.name().toLowerCase(Locale.ROOT).intern(), header.value()));
            }
        }
        return new Request(
                method,
                url,
                List.copyOf(headers),
                List.copyOf(cookies),
                body(path + ".postData", member(json, "postData")));
    }

    /** Such as {@code data:} and {@code blob:}, which nobody sends. */
    private static boolean isOpaque(String url) {
        return url.matches("(?s)(?:data|blob|about|chrome|javascript|file|filesystem):.*");
    }

    private @Nullable Body body(String path, @Nullable Object json) {
        if (json == null) {
            return null;
        }
        if (!(json instanceof Map)) {
            problem(path, json, "an object with mimeType and text or params");
            return null;
        }
        List<Part> parts = new ArrayList<>();
        if (member(json, "params") instanceof List<?> list) {
            for (Object part : list) {
                Object value = member(part, "value");
                Object file = member(part, "fileName");
                parts.add(new Part(
                        text(part, "name"),
                        value == null ? null : Json.text(value),
                        file == null ? null : Json.text(file),
                        text(part, "contentType")));
            }
        }
        String text = text(json, "text");
        return text.isEmpty() && parts.isEmpty() ? null : new Body(text(json, "mimeType"), text, List.copyOf(parts));
    }

    private @Nullable Response response(String path, @Nullable Object json, String kind) {
        if (!(json instanceof Map)) {
            problem(path, json, "an object with status");
            return null;
        }
        if (!(member(json, "status") instanceof Number status)) {
            problem(path + ".status", member(json, "status"), "a number such as 200");
            return null;
        }
        String location = text(json, "redirectURL");
        List<Field> cookies = new ArrayList<>();
        for (Field header : fields(path + ".headers", member(json, "headers"))) {
            if (header.name().equalsIgnoreCase("set-cookie")) {
                cookies.addAll(Cookies.ofResponse(header.value()));
            } else if (header.name().equalsIgnoreCase("location") && location.isEmpty()) {
                location = header.value();
            }
        }
        String type = text(member(json, "content"), "mimeType");
        return new Response(status.intValue(), type, location, List.copyOf(cookies), kind);
    }

    private List<Field> fields(String path, @Nullable Object json) {
        List<Field> fields = new ArrayList<>();
        if (json == null) {
            return fields;
        }
        if (!(json instanceof List<?> list)) {
            problem(path, json, "an array of objects with name and value");
            return fields;
        }
        for (int i = 0; i < list.size(); i++) {
            String name = text(list.get(i), "name");
            if (name.isEmpty()) {
                problem(path + "[" + i + "].name", member(list.get(i), "name"), "the name of a header");
            } else {
                fields.add(new Field(name, text(list.get(i), "value")));
            }
        }
        return fields;
    }

    private static @Nullable Object member(@Nullable Object json, String name) {
        return json instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static String text(@Nullable Object json, String name) {
        return Json.text(member(json, name));
    }

    private void problem(String path, @Nullable Object value, String expected) {
        String text = value == null ? "missing" : Json.write(value);
        String shown = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
        problems.add(path + ": " + shown + " (expected: " + expected + ")");
    }
}
