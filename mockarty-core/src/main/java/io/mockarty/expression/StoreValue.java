package io.mockarty.expression;

import io.mockarty.jsonpath.JsonPath;
import io.mockarty.store.Store;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code $.gS.key.member[0]}: names lead through dotted keys and nested objects, a JSONPath through what is left. */
record StoreValue(Function<Scope, Store> store, List<String> names, JsonPath rest) implements Expression {

    static Expression of(String store, List<String> names, JsonPath rest) {
        Function<Scope, Store> choice = switch (store) {
            case "mS" -> Scope::mockStore;
            case "cS" -> Scope::chainStore;
            default -> Scope::globalStore;
        };
        return new StoreValue(choice, names, rest);
    }

    /** A bare key: the nearest store that has it. */
    static Expression anyStore(List<String> names) {
        return scope -> {
            Object value = scope.mockStore().find(names);
            value = value != null ? value : scope.chainStore().find(names);
            return value != null ? value : scope.globalStore().find(names);
        };
    }

    @Override
    public @Nullable Object evaluate(Scope scope) {
        Store chosen = store.apply(scope);
        return PathValue.read(rest, names.isEmpty() ? chosen.asMap() : chosen.find(names));
    }
}
