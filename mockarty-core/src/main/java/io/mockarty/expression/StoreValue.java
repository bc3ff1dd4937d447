package io.mockarty.expression;

import io.mockarty.jsonpath.JsonPath;
import io.mockarty.store.Store;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code $.gS.key.member[0]}: names lead through dotted keys and nested objects, a JSONPath through what is left. */
record StoreValue(StoreValue.Source source, List<String> names, JsonPath rest) implements Expression {

    /** Which store is read. */
    enum Source {
        MOCK(Scope::mockStore),
        CHAIN(Scope::chainStore),
        GLOBAL(Scope::globalStore);

        private final Function<Scope, Store> store;

        Source(Function<Scope, Store> store) {
            this.store = store;
        }
    }

    static Expression of(String store, List<String> names, JsonPath rest) {
        Source source = switch (store) {
            case "mS" -> Source.MOCK;
            case "cS" -> Source.CHAIN;
            default -> Source.GLOBAL;
        };
        return new StoreValue(source, names, rest);
    }

    @Override
    public @Nullable Object evaluate(Scope scope) {
        Store chosen = source.store.apply(scope);
        return PathValue.read(rest, names.isEmpty() ? chosen.asMap() : chosen.find(names));
    }

    @Override
    public boolean readsSharedStores() {
        return source != Source.MOCK;
    }

    /** A bare key: the value of the nearest store that has it. */
    record Nearest(List<String> names) implements Expression {

        @Override
        public @Nullable Object evaluate(Scope scope) {
            Object value = scope.mockStore().find(names);
            value = value != null ? value : scope.chainStore().find(names);
            return value != null ? value : scope.globalStore().find(names);
        }

        @Override
        public boolean readsSharedStores() {
            return true;
        }
    }
}
