package io.mockarty.repository.jdbc;

import io.mockarty.repository.MockQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@link MockQuery} as SQL.
 *
 * @param condition what stands behind {@code WHERE}
 * @param values its parameters
 */
record MockFilter(String condition, List<Object> values) {

    static MockFilter of(String namespace, MockQuery query, Dialect dialect) {
        StringBuilder condition =
                new StringBuilder("namespace = ? AND closed_at IS ").append(query.deleted() ? "NOT NULL" : "NULL");
        List<Object> values = new ArrayList<>();
        values.add(namespace);
        if (query.folderId() != null) {
            condition.append(" AND folder_id = ?");
            values.add(query.folderId());
        }
        if (query.chainId() != null) {
            condition.append(" AND chain_id = ?");
            values.add(query.chainId());
        }
        for (String tag : query.tags()) {
            condition.append(" AND EXISTS (SELECT 1 FROM mock_tags WHERE mock_tags.namespace = mocks.namespace"
                    + " AND mock_tags.mock_id = mocks.id AND mock_tags.tag = ?)");
            values.add(tag);
        }
        if (!query.search().isEmpty()) {
            condition.append(" AND ").append(dialect.searchCondition());
            values.add(new Source(StoredText.searchable(query.search().toLowerCase(Locale.ROOT))));
        }
        return new MockFilter(condition.toString(), values);
    }

    /** The parameters, and more behind them. */
    @Nullable
    Object[] valuesAnd(@Nullable Object... more) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
