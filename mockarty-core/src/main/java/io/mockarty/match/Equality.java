package io.mockarty.match;

import io.mockarty.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equality with one expected value: by JSON type and content, or by what the text says where only text can stand. */
final class Equality {

    private final @Nullable Object expected;
    private final boolean sortArray;

    Equality(@Nullable Object expected, boolean sortArray) {
        this.sortArray = sortArray && (expected instanceof List || expected instanceof Map);
        this.expected = this.sortArray ? SortedArrays.of(expected) : expected;
    }

    boolean holds(@Nullable Object actual, boolean textual) {
        if (!sortArray) {
            return textual ? equalText(actual, expected) : Json.equal(actual, expected);
        }
        return Json.equal(SortedArrays.of(actual), expected)
                || textual && Json.equal(SortedArrays.of(texts(actual)), SortedArrays.of(texts(expected)));
    }

    private static boolean equalText(@Nullable Object actual, @Nullable Object expected) {
        if (actual instanceof List<?> values && expected instanceof List<?> wanted) {
            return equalLists(values, wanted);
        }
        if (actual instanceof Map<?, ?> values && expected instanceof Map<?, ?> wanted) {
            return values.keySet().equals(wanted.keySet())
                    && values.entrySet().stream()
                            .allMatch(member -> equalText(member.getValue(), wanted.get(member.getKey())));
        }
        if (Json.equal(actual, expected)) {
            return true;
        }
        return actual != null
                && expected != null
                && (Json.text(actual).equals(Json.text(expected))
                        || actual instanceof String text
                                && expected instanceof Number number
                                && equalNumber(text, number));
    }

    private static boolean equalLists(List<?> actual, List<?> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            if (!equalText(actual.get(i), expected.get(i))) {
                return false;
            }
        }
        return actual.size() == expected.size();
    }

    private static boolean equalNumber(String actual, Number expected) {
        BigDecimal number = Json.decimal(actual);
        return number != null && number.compareTo(Json.decimal(expected)) == 0;
    }

    /** The same value with all scalars as text. */
    private static @Nullable Object texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> texts = new ArrayList<>(list.size());
            list.forEach(element -> texts.add(texts(element)));
            return texts;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> texts = new LinkedHashMap<>();
            map.forEach((name, member) -> texts.put(name, texts(member)));
            return texts;
        }
        return value == null ? null : Json.text(value);
    }
}
