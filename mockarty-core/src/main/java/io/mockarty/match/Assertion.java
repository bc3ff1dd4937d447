package io.mockarty.match;

import com.google.re2j.Pattern;
import io.mockarty.json.Json;
import io.mockarty.mock.AssertAction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What must hold for one value: the positive half of an assert action. Negations are added by the condition. */
final class Assertion {

    private final Predicate<@Nullable Object> test;

    private Assertion(Predicate<@Nullable Object> test) {
        this.test = test;
    }

    boolean test(@Nullable Object actual) {
        return test.test(actual);
    }

    /**
     * Compiles an action.
     *
     * @param textual whether the actual values can only be text, so that {@code 5} expected equals {@code "5"} found
     * @throws IllegalArgumentException when a regular expression is malformed
     */
    static Assertion of(AssertAction action, @Nullable Object expected, boolean textual, boolean sortArray) {
        return switch (action) {
            case ANY -> new Assertion(actual -> true);
            case NOT_EMPTY, EMPTY -> new Assertion(Assertion::isPresent);
            case MATCHES -> matches(Json.text(expected));
            case CONTAINS, NOT_CONTAINS -> new Assertion(actual -> contains(actual, expected, sortArray));
            case EQUALS, NOT_EQUALS -> textual ? equalText(expected) : equalJson(expected, sortArray);
        };
    }

    private static Assertion equalJson(@Nullable Object expected, boolean sortArray) {
        if (!sortArray) {
            return new Assertion(actual -> Json.equal(actual, expected));
        }
        Object sorted = SortedArrays.of(expected);
        return new Assertion(actual -> Json.equal(SortedArrays.of(actual), sorted));
    }

    private static Assertion equalText(@Nullable Object expected) {
        if (expected instanceof List<?> all) {
            return new Assertion(
                    actual -> Json.equal(actual, all.stream().map(Json::text).toList()));
        }
        if (expected == null) {
            return new Assertion(actual -> actual == null);
        }
        String text = Json.text(expected);
        BigDecimal number = expected instanceof Number value ? Json.decimal(value) : null;
        return new Assertion(actual -> text.equals(actual) || number != null && equalNumber(actual, number));
    }

    private static boolean equalNumber(@Nullable Object actual, BigDecimal expected) {
        try {
            return actual instanceof String text && new BigDecimal(text.trim()).compareTo(expected) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Assertion matches(String regex) {
        Pattern pattern = BoundedRegex.compile(regex);
        return new Assertion(
                actual -> actual != null && pattern.matcher(Json.text(actual)).find());
    }

    private static boolean isPresent(@Nullable Object actual) {
        if (actual instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (actual instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return actual != null && !actual.equals("");
    }

    private static boolean contains(@Nullable Object actual, @Nullable Object part, boolean sortArray) {
        if (actual instanceof List<?> list) {
            List<?> parts = part instanceof List<?> several ? several : Collections.singletonList(part);
            return parts.stream().allMatch(one -> list.stream().anyMatch(element -> equal(element, one, sortArray)));
        }
        if (actual instanceof Map<?, ?> map && part instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .allMatch(member -> map.containsKey(member.getKey())
                            && containsOrEquals(map.get(member.getKey()), member.getValue(), sortArray));
        }
        return actual != null && !(actual instanceof Map) && Json.text(actual).contains(Json.text(part));
    }

    private static boolean containsOrEquals(@Nullable Object actual, @Nullable Object part, boolean sortArray) {
        boolean nested = actual instanceof Map && part instanceof Map;
        return nested ? contains(actual, part, sortArray) : equal(actual, part, sortArray);
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b, boolean sortArray) {
        return sortArray ? Json.equal(SortedArrays.of(a), SortedArrays.of(b)) : Json.equal(a, b);
    }
}
