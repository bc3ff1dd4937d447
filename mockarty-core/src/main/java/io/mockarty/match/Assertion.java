package io.mockarty.match;

import io.mockarty.json.Json;
import io.mockarty.mock.AssertAction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold for one value: the positive half of an assert action. Negations are added by the condition. */
final class Assertion {

    /** A test of one value; textual when the value comes from a place that can only hold text. */
    @FunctionalInterface
    private interface Test {
        boolean holds(@Nullable Object actual, boolean textual);
    }

    private final Test test;
    private final boolean wantsArray;

    private Assertion(Test test, boolean wantsArray) {
        this.test = test;
        this.wantsArray = wantsArray;
    }

    /**
     * Compiles an action.
     *
     * @throws IllegalArgumentException when a regular expression is malformed
     */
    static Assertion of(AssertAction action, @Nullable Object expected, boolean sortArray) {
        Equality equality = new Equality(expected, sortArray);
        Test test = switch (action) {
            case ANY -> (actual, textual) -> true;
            case NOT_EMPTY, EMPTY -> (actual, textual) -> isPresent(actual);
            case MATCHES -> matches(Json.text(expected));
            case CONTAINS, NOT_CONTAINS -> (actual, textual) -> contains(actual, expected, textual, sortArray);
            case EQUALS, NOT_EQUALS -> equality::holds;
        };
        return new Assertion(test, expected instanceof List);
    }

    /**
     * Tests a value. Where only text can stand, several values of one name are as many values, of which one that fits
     * is enough, unless an array is expected.
     *
     * @param textual whether the value comes from a place that can only hold text, so that {@code 5} expected equals
     *     {@code "5"} found
     */
    boolean holds(@Nullable Object actual, boolean textual) {
        if (!textual || actual == null) {
            return test.holds(actual, textual);
        }
        if (wantsArray) {
            return test.holds(actual instanceof List ? actual : List.of(actual), true);
        }
        if (actual instanceof List<?> several) {
            for (Object one : several) {
                if (test.holds(one, true)) {
                    return true;
                }
            }
            return false;
        }
        return test.holds(actual, true);
    }

    private static Test matches(String regex) {
        Regex pattern = Regex.compile(regex);
        return (actual, textual) -> actual != null && pattern.find(Json.text(actual));
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

    private static boolean contains(
            @Nullable Object actual, @Nullable Object part, boolean textual, boolean sortArray) {
        if (actual instanceof List<?> list) {
            List<?> parts = part instanceof List<?> several ? several : Collections.singletonList(part);
            return parts.stream()
                    .map(one -> new Equality(one, sortArray))
                    .allMatch(one -> list.stream().anyMatch(element -> one.holds(element, textual)));
        }
        if (actual instanceof Map<?, ?> map && part instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .allMatch(member -> map.containsKey(member.getKey())
                            && containsOrEquals(map.get(member.getKey()), member.getValue(), textual, sortArray));
        }
        return actual != null && !(actual instanceof Map) && Json.text(actual).contains(Json.text(part));
    }

    private static boolean containsOrEquals(
            @Nullable Object actual, @Nullable Object part, boolean textual, boolean sortArray) {
        boolean nested = actual instanceof Map && part instanceof Map;
        return nested
                ? contains(actual, part, textual, sortArray)
                : new Equality(part, sortArray).holds(actual, textual);
    }
}
