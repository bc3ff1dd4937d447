package io.mockarty.namespace;

import io.mockarty.expression.Scope;
import io.mockarty.mock.Extract;
import io.mockarty.mock.Mock;
import io.mockarty.mock.Problems;
import io.mockarty.render.JsonTemplate;
import io.mockarty.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request leaves in the stores, compiled. Immutable and thread-safe. */
public final class Extraction {

    private static final Extraction NONE = new Extraction(Map.of(), Map.of(), Map.of());

    private final Map<String, JsonTemplate> mock;
    private final Map<String, JsonTemplate> chain;
    private final Map<String, JsonTemplate> global;

    private Extraction(
            Map<String, JsonTemplate> mock, Map<String, JsonTemplate> chain, Map<String, JsonTemplate> global) {
        this.mock = mock;
        this.chain = chain;
        this.global = global;
    }

    static Extraction compile(Mock document, Problems problems) {
        Extract extract = document.extract();
        if (extract == null) {
            return NONE;
        }
        if (!extract.cStore().isEmpty() && document.chainId() == null) {
            problems.add("extract.cStore", extract.cStore(), "a chainId, because the chain store belongs to a chain");
        }
        return new Extraction(
                compile(extract.mStore(), "extract.mStore", problems),
                compile(extract.cStore(), "extract.cStore", problems),
                compile(extract.gStore(), "extract.gStore", problems));
    }

    private static Map<String, JsonTemplate> compile(
            Map<String, @Nullable Object> values, String path, Problems problems) {
        Map<String, JsonTemplate> templates = new LinkedHashMap<>();
        values.forEach(
                (key, value) -> templates.put(key, JsonTemplate.compile(value, Problems.join(path, key), problems)));
        return templates;
    }

    /** {@return true when nothing is left in any store} */
    public boolean isEmpty() {
        return mock.isEmpty() && chain.isEmpty() && global.isEmpty();
    }

    /**
     * Evaluates all expressions and stores their values. Values that go into the chain or the global store are read and
     * written in one step, so that a counter loses no update.
     *
     * @param scope the request
     */
    public void apply(Scope scope) {
        store(mock, scope.mockStore(), scope);
        if (!chain.isEmpty()) {
            scope.updateChainStore(store -> store(chain, store, scope));
        }
        if (!global.isEmpty()) {
            scope.updateGlobalStore(store -> store(global, store, scope));
        }
    }

    private static void store(Map<String, JsonTemplate> templates, Store store, Scope scope) {
        templates.forEach((key, template) -> store.put(key, template.evaluate(scope)));
    }

    /** {@return true when it reads or writes a store that outlives the request} */
    boolean usesSharedStores() {
        return !chain.isEmpty()
                || !global.isEmpty()
                || mock.values().stream().anyMatch(JsonTemplate::readsSharedStores);
    }
}
