package io.mockarty.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Builds JSON values from Jackson's token stream. Decimals become {@code BigDecimal}, so no digit is lost. */
final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonReader() {}

    static @Nullable Object read(String text) {
        return read(text, FACTORY);
    }

    static @Nullable Object read(byte[] bytes) {
        return read(bytes, FACTORY);
    }

    /** Reads a document in which no object has two members of one name. */
    static @Nullable Object readStrict(String text) {
        return read(text, STRICT);
    }

    /** Reads a document in which no object has two members of one name. */
    static @Nullable Object readStrict(byte[] bytes) {
        return read(bytes, STRICT);
    }

    private static @Nullable Object read(String text, JsonFactory factory) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return document(parser);
        } catch (JacksonException e) {
            throw syntaxError(e);
        }
    }

    private static @Nullable Object read(byte[] bytes, JsonFactory factory) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            return document(parser);
        } catch (JacksonException e) {
            throw syntaxError(e);
        }
    }

    private static @Nullable Object document(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw new JsonSyntaxException("the document is empty", 1, 1, null);
        }
        Object value = value(parser);
        if (parser.nextToken() != null) {
            TokenStreamLocation at = parser.currentTokenLocation();
            throw new JsonSyntaxException("text after the end of the document", at.getLineNr(), at.getColumnNr(), null);
        }
        return value;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Number integer(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Number) parser.getLongValue();
    }

    private static BigDecimal decimal(JsonParser parser) {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            TokenStreamLocation at = parser.currentTokenLocation();
            throw new JsonSyntaxException("a number out of range", at.getLineNr(), at.getColumnNr(), e);
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String name = parser.nextName();
        while (name != null) {
            parser.nextToken();
            object.put(name, value(parser));
            name = parser.nextName();
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonSyntaxException syntaxError(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        int line = at == null ? -1 : at.getLineNr();
        int column = at == null ? -1 : at.getColumnNr();
        return new JsonSyntaxException(withoutSource(e.getOriginalMessage()), line, column, e);
    }

    /** Jackson speaks of its own settings in between. */
    private static String withoutSource(String message) {
        int source = message.indexOf(" (start marker at [Source: ");
        return source < 0 ? message : message.substring(0, source);
    }
}
