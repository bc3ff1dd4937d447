package io.mockarty.perf.har;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Walks through a HAR with one entry in memory at a time. Bodies of responses are skipped unless asked for. */
final class HarStream {

    /** Bodies above this are not looked into: whatever a page sends back is found in shorter ones. */
    private static final int LONGEST_BODY = 4_000_000;

    private static final int LONGEST_STRING = 500_000_000;
    private static final Set<String> SKIPPED =
            Set.of("timings", "cache", "_initiator", "_webSocketMessages", "_securityDetails", "pageTimings");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .build();

    private final JsonParser parser;
    private final Visitor visitor;
    private final IntPredicate bodies;
    private boolean keepBody;

    private HarStream(JsonParser parser, Visitor visitor, IntPredicate bodies) {
        this.parser = parser;
        this.visitor = visitor;
        this.bodies = bodies;
    }

    /** Gets the parts of a HAR in the order of the file. */
    interface Visitor {

        void creator(@Nullable Object creator);

        void page(int index, @Nullable Object page);

        void entry(int index, @Nullable Object entry);
    }

    /**
     * Reads a file.
     *
     * @param file the HAR
     * @param visitor gets its parts
     * @param bodies the entries of which the response's body is wanted, by their index
     * @throws InvalidHarException when it is no JSON, or has no list of entries
     * @throws IOException when it cannot be read
     */
    static void read(Path file, Visitor visitor, IntPredicate bodies) throws InvalidHarException, IOException {
        try (InputStream in = withoutMark(file);
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            new HarStream(parser, visitor, bodies).document();
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new InvalidHarException(file.getFileName() + ": no JSON" + place + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Some recorders begin their files with a byte order mark. */
    private static InputStream withoutMark(Path file) throws IOException {
        java.io.BufferedInputStream in = new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
        return in;
    }

    private void document() throws InvalidHarException {
        boolean log = false;
        boolean entries = false;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (name.equals("log") && token == JsonToken.START_OBJECT) {
                    log = true;
                    entries |= log();
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!log) {
            throw new InvalidHarException(List.of("log: missing (expected: the object that every HAR consists of)"));
        }
        if (!entries) {
            throw new InvalidHarException(List.of("log.entries: missing (expected: an array of entries)"));
        }
    }

    private boolean log() {
        boolean entries = false;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("creator")) {
                visitor.creator(value());
            } else if (name.equals("pages") && token == JsonToken.START_ARRAY) {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    visitor.page(i, value());
                }
            } else if (name.equals("entries") && token == JsonToken.START_ARRAY) {
                entries = true;
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    keepBody = bodies.test(i);
                    visitor.entry(i, value());
                }
            } else {
                parser.skipChildren();
            }
        }
        return entries;
    }

    private @Nullable Object value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(false);
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private Map<String, @Nullable Object> object(boolean content) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (SKIPPED.contains(name) || content && name.equals("text") && !wants(object)) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                object.put(name, object(name.equals("content")));
            } else {
                object.put(name, value());
            }
        }
        return object;
    }

    private boolean wants(Map<String, @Nullable Object> content) {
        boolean small = !(content.get("size") instanceof Number size) || size.longValue() <= LONGEST_BODY;
        return keepBody && small;
    }
}
