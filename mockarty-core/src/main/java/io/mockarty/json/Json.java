package io.mockarty.json;

import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Reads, writes, converts and compares JSON values held as plain Java objects (see the package description). All
 * methods are pure and may be called from any thread.
 */
public final class Json {

    private static final int MAX_NUMBER_LENGTH = 1_000;

    private Json() {}

    /**
     * Parses one JSON document.
     *
     * @param text the document; anything but white space after it is an error
     * @return the JSON value, {@code null} for the literal {@code null}
     * @throws JsonSyntaxException with line and column when the text is not JSON
     */
    public static @Nullable Object parse(String text) {
        return JsonReader.read(text);
    }

    /**
     * Parses one JSON document in UTF-8 (or UTF-16/32, detected as RFC 4627 describes).
     *
     * @param bytes the document; anything but white space after it is an error
     * @return the JSON value, {@code null} for the literal {@code null}
     * @throws JsonSyntaxException with line and column when the bytes are not JSON
     */
    public static @Nullable Object parse(byte[] bytes) {
        return JsonReader.read(bytes);
    }

    /**
     * Parses one JSON document in which no object has two members of one name; {@link #parse(String)} takes the last.
     *
     * @param text the document; anything but white space after it is an error
     * @return the JSON value, {@code null} for the literal {@code null}
     * @throws JsonSyntaxException with line and column when the text is not JSON, or has two members of one name
     */
    public static @Nullable Object parseStrict(String text) {
        return JsonReader.readStrict(text);
    }

    /**
     * Parses one JSON document in UTF-8, as {@link #parseStrict(String)} does.
     *
     * @param bytes the document; anything but white space after it is an error
     * @return the JSON value, {@code null} for the literal {@code null}
     * @throws JsonSyntaxException with line and column when the bytes are not JSON, or have two members of one name
     */
    public static @Nullable Object parseStrict(byte[] bytes) {
        return JsonReader.readStrict(bytes);
    }

    /**
     * Writes a JSON value without insignificant white space.
     *
     * @param value a JSON value
     * @return the text, never empty
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        JsonWriter.compact(out, value);
        return out.toString();
    }

    /**
     * Writes a JSON value on several lines, two spaces per level.
     *
     * @param value a JSON value
     * @return the text, without a final line break
     */
    public static String writePretty(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        JsonWriter.pretty(out, value, 0);
        return out.toString();
    }

    /**
     * Appends a JSON value to a text, without insignificant white space.
     *
     * @param out where to append
     * @param value a JSON value
     */
    public static void append(StringBuilder out, @Nullable Object value) {
        JsonWriter.compact(out, value);
    }

    /**
     * Tells whether two JSON values are equal: same type and same content, numbers by value ({@code 1} equals
     * {@code 1.0}), objects whatever the order of their members.
     *
     * @param a a JSON value
     * @param b a JSON value
     * @return true when equal
     */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Number x && b instanceof Number y) {
            return compareNumbers(x, y) == 0;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return equalObjects(x, y);
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return equalArrays(x, y);
        }
        return a != null && a.equals(b);
    }

    private static boolean equalObjects(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : a.entrySet()) {
            Object other = b.get(entry.getKey());
            if (other == null && !b.containsKey(entry.getKey()) || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalArrays(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<?> other = b.iterator();
        for (Object element : a) {
            if (!equal(element, other.next())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compares two JSON numbers by value.
     *
     * @param a a JSON number
     * @param b a JSON number
     * @return negative, zero or positive, as {@link Comparable#compareTo}
     */
    public static int compareNumbers(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        return decimal(a).compareTo(decimal(b));
    }

    /**
     * Converts a JSON number to a decimal, exactly.
     *
     * @param number a JSON number
     * @return the same value
     */
    public static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return isWhole(number) ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.toString());
    }

    /**
     * Reads the number that a text says, as a header or a form field has it. Turning digits into a number takes
     * quadratic time and texts may be megabytes long, so one of more than 1,000 characters is not a number.
     *
     * @param text the text; white space around the number is ignored
     * @return the number, or null when the text is not one
     */
    public static @Nullable BigDecimal decimal(String text) {
        try {
            return text.length() > MAX_NUMBER_LENGTH ? null : new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof AtomicInteger
                || number instanceof AtomicLong
                || number instanceof LongAdder;
    }

    /**
     * Names the JSON type of a value, for messages.
     *
     * @param value a JSON value
     * @return {@code null}, {@code boolean}, {@code number}, {@code string}, {@code array} or {@code object}
     */
    public static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof Number) {
            return "number";
        } else if (value instanceof List) {
            return "array";
        } else if (value instanceof Map) {
            return "object";
        }
        return "string";
    }

    /**
     * Renders a JSON value as it appears inside text: strings as they are, {@code null} as nothing, everything else as
     * JSON.
     *
     * @param value a JSON value
     * @return the text, possibly empty
     */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String string ? string : write(value);
    }

    /**
     * Converts a Java object to an immutable JSON value. Understands {@code null}, booleans, numbers, character
     * sequences, enums, {@link Optional}, iterables, arrays, records (by component) and maps, whose keys may be
     * anything that is written as one word: text, numbers, booleans, enums. Other types must be converted by the
     * caller.
     *
     * @param object the object to convert; it is copied, later changes to it are not seen
     * @return an immutable JSON value
     * @throws IllegalArgumentException when the object, or something inside it, has no JSON form
     */
    public static @Nullable Object valueOf(@Nullable Object object) {
        if (object == null || object instanceof Boolean || object instanceof String) {
            return object;
        } else if (object instanceof Number number) {
            return number(number);
        } else if (isWord(object)) {
            return object.toString();
        } else if (object instanceof Optional<?> optional) {
            return valueOf(optional.orElse(null));
        } else if (object instanceof Map<?, ?> map) {
            return objectOf(map);
        } else if (object instanceof Iterable<?> elements) {
            return arrayOf(elements);
        } else if (object.getClass().isArray()) {
            return arrayOf(elementsOf(object));
        } else if (object instanceof Record components) {
            return objectOf(components);
        }
        throw new IllegalArgumentException("value: " + object.getClass().getName()
                + " (expected: null, boolean, number, string, enum, map, iterable, array or record)");
    }

    private static boolean isWord(Object object) {
        return object instanceof CharSequence || object instanceof Enum || object instanceof Character;
    }

    private static Number number(Number number) {
        if (number instanceof Long || number instanceof BigInteger || number instanceof BigDecimal) {
            return number;
        }
        if (isWhole(number)) {
            return number.longValue();
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("value: " + number + " (expected: a finite number)", e);
        }
    }

    private static Map<String, @Nullable Object> objectOf(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(map.size() * 2);
        map.forEach((key, value) -> copy.put(name(key), valueOf(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static String name(@Nullable Object key) {
        if (key != null && (isWord(key) || key instanceof Number || key instanceof Boolean)) {
            return key.toString();
        }
        throw new IllegalArgumentException("key: " + key + " (expected: text, a number, a boolean or an enum)");
    }

    private static List<@Nullable Object> elementsOf(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Map<String, @Nullable Object> objectOf(Record components) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        for (RecordComponent component : components.getClass().getRecordComponents()) {
            copy.put(component.getName(), valueOf(read(components, component)));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object read(Record owner, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("value: cannot read " + component + " of " + owner.getClass(), e);
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "value: " + owner.getClass().getName() + " (expected: a record in a package that is open to"
                            + " io.mockarty.core, or a Map instead)",
                    e);
        }
    }

    private static List<@Nullable Object> arrayOf(Iterable<?> elements) {
        List<@Nullable Object> copy = new ArrayList<>();
        elements.forEach(element -> copy.add(valueOf(element)));
        return Collections.unmodifiableList(copy);
    }
}
