package io.mockarty.mock;

import org.jspecify.annotations.Nullable;

/**
 * How a value is compared, and with what: the right half of a condition. Made by {@link MockDsl}. Immutable.
 *
 * @param action the comparison
 * @param value the expected value, a JSON value; null where the comparison needs none
 */
public record ValueMatcher(AssertAction action, @Nullable Object value) {

    Condition at(String path) {
        Condition.Builder condition = Condition.builder().path(path).assertAction(action);
        return (needsValue() ? condition.value(value) : condition).build();
    }

    private boolean needsValue() {
        return action != AssertAction.ANY && action != AssertAction.NOT_EMPTY && action != AssertAction.EMPTY;
    }
}
