package io.mockarty.expression;

import io.mockarty.request.Headers;
import java.util.AbstractMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Headers as a JSON object with arrays; looking up one name does not build the whole object. Unmodifiable. */
final class HeaderTree extends AbstractMap<String, List<String>> {

    private final Headers headers;

    HeaderTree(Headers headers) {
        this.headers = headers;
    }

    @Override
    public @Nullable List<String> get(@Nullable Object name) {
        List<String> values = name instanceof String field ? headers.all(field) : List.of();
        return values.isEmpty() ? null : values;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        return headers.asMap().entrySet();
    }
}
