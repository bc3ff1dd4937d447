package io.mockarty.examples.shop;

import io.mockarty.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in an answer of the shop, read member by member.
 *
 * @param request what was asked, for messages
 * @param status the status of the answer
 * @param members the object
 */
record Answer(String request, int status, Map<?, ?> members) {

    String text(String name) {
        return required(name, textOrNull(name));
    }

    @Nullable
    String textOrNull(String name) {
        Object value = members.get(name);
        return value == null ? null : Json.text(value);
    }

    BigDecimal money(String name) {
        return required(name, moneyOrNull(name));
    }

    @Nullable
    BigDecimal moneyOrNull(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return Json.decimal(number);
        }
        throw unexpected(name, "a number");
    }

    List<Answer> objects(String name) {
        if (!(members.get(name) instanceof List<?> elements)) {
            throw unexpected(name, "an array");
        }
        return elements.stream().map(element -> object(name, element)).toList();
    }

    private Answer object(String name, @Nullable Object element) {
        if (element instanceof Map<?, ?> object) {
            return new Answer(request, status, object);
        }
        throw unexpected(name, "an array of objects");
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw unexpected(name, "a value");
        }
        return value;
    }

    private ShopException unexpected(String name, String expected) {
        String problem =
                request + " answered " + name + " = " + Json.write(members.get(name)) + " (expected: " + expected + ")";
        return new ShopException(problem, status, Json.write(members));
    }
}
