package io.mockarty.request;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * The body of a request, parsed when somebody first asks and then kept. Immutable to the outside and thread-safe; do
 * not change the array that {@link #bytes} returns.
 */
public final class RequestBody {

    /** What a body turned out to be. */
    public enum Kind {
        /** No bytes. */
        EMPTY,
        /** A JSON value. */
        JSON,
        /** A well-formed XML document without document type declaration. */
        XML,
        /** Fields of a form, URL-encoded. */
        FORM,
        /** Parts of a {@code multipart/form-data} body. */
        MULTIPART,
        /** Anything else, read as text. */
        TEXT
    }

    /** A body without bytes. */
    static final RequestBody EMPTY = new RequestBody(new byte[0], "");

    private record Parsed(
            Kind kind, @Nullable Object value, @Nullable Document xml, String problem) {

        Parsed(Kind kind, @Nullable Object value) {
            this(kind, value, null, "");
        }
    }

    private final byte[] bytes;
    private final String contentType;
    private volatile @Nullable Parsed parsed;

    RequestBody(byte[] bytes, @Nullable String contentType) {
        this.bytes = bytes;
        this.contentType = contentType == null ? "" : contentType;
    }

    /** {@return the bytes as they came, content codings removed; not a copy} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return the body as text, in the charset of its content type, UTF-8 when it names none} */
    public String text() {
        return new String(bytes, ContentType.parse(contentType).charset());
    }

    /** {@return what the body is} */
    public Kind kind() {
        return parsed().kind;
    }

    /**
     * Returns the body as a JSON value: the JSON document, the form fields or parts as an object, XML and other text as
     * a string.
     *
     * @return the value, null for an empty body
     */
    public @Nullable Object value() {
        return parsed().value;
    }

    /** {@return the XML document, or null when the body is not XML; do not change it} */
    public @Nullable Document xml() {
        return parsed().xml;
    }

    /** {@return why the body is not what its content type says, empty when it is} */
    public String problem() {
        return parsed().problem;
    }

    private Parsed parsed() {
        Parsed known = parsed;
        if (known == null) {
            known = bytes.length == 0 ? new Parsed(Kind.EMPTY, null) : parse(ContentType.parse(contentType));
            parsed = known;
        }
        return known;
    }

    private Parsed parse(ContentType type) {
        if (type.mediaType().equals("application/x-www-form-urlencoded")) {
            return new Parsed(Kind.FORM, form(type));
        } else if (type.mediaType().startsWith("multipart/") && type.parameter("boundary") != null) {
            return multipart(type);
        } else if (type.isXml()) {
            return xml(type);
        }
        byte first = firstByte();
        if (type.isJson() || first == '{' || first == '[') {
            return json(type);
        }
        return first == '<' ? xml(type) : new Parsed(Kind.TEXT, text());
    }

    private Parsed json(ContentType type) {
        try {
            return new Parsed(Kind.JSON, Json.parse(jsonBytes(type)));
        } catch (JsonSyntaxException e) {
            return new Parsed(
                    Kind.TEXT,
                    text(),
                    null,
                    type.isJson() || type.mediaType().isEmpty() ? "the body is not JSON: " + e.getMessage() : "");
        }
    }

    /** JSON is UTF-8 unless the sender insists on something else. */
    private byte[] jsonBytes(ContentType type) {
        return type.charset().equals(StandardCharsets.UTF_8) ? bytes : text().getBytes(StandardCharsets.UTF_8);
    }

    private Parsed xml(ContentType type) {
        Document document = Xml.read(bytes, type.namedCharset());
        if (document != null) {
            return new Parsed(Kind.XML, text(), document, "");
        }
        return new Parsed(
                Kind.TEXT,
                text(),
                null,
                type.isXml() ? "the body is not well-formed XML without document type declaration" : "");
    }

    private Map<String, @Nullable Object> form(ContentType type) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        UrlCoding.parameters(text(), type.charset()).forEach((name, values) -> fields.put(name, single(values)));
        return fields;
    }

    private Parsed multipart(ContentType type) {
        String boundary = type.parameter("boundary");
        try {
            return new Parsed(Kind.MULTIPART, Multipart.read(bytes, boundary == null ? "" : boundary));
        } catch (JsonSyntaxException e) {
            return new Parsed(Kind.TEXT, text(), null, "a part of the body is not JSON: " + e.getMessage());
        }
    }

    private static Object single(List<String> values) {
        return values.size() == 1 ? values.get(0) : values;
    }

    private byte firstByte() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
        }
        return 0;
    }
}
