package io.mockarty.repository.jdbc;

import io.mockarty.json.Json;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoreTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One store inside a write: reads a key when it is first asked for, and writes what differs when the work is done. */
final class JdbcStoreTransaction implements StoreTransaction {

    private final Sql sql;
    private final String namespace;
    private final String store;

    /** What is in the database, as JSON; null for a key that is not there. */
    private final Map<String, @Nullable String> stored = new HashMap<>();

    /** What the work has put, as JSON; null for a key it has removed. */
    private final Map<String, @Nullable String> changes = new HashMap<>();

    private boolean isComplete;
    private @Nullable SQLException failure;

    JdbcStoreTransaction(Sql sql, String namespace, StoreId store) {
        this.sql = sql;
        this.namespace = namespace;
        this.store = store.literal();
    }

    /** What the database said while the work was busy. The work may catch it, and yet it comes to light. */
    private static final class Interruption extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Interruption(SQLException cause) {
            super("database: " + cause.getMessage(), cause);
        }
    }

    /** Lets the work run. */
    <T extends @Nullable Object> T run(Function<StoreTransaction, T> work) throws SQLException {
        try {
            T result = work.apply(this);
            if (failure != null) {
                throw failure;
            }
            return result;
        } catch (Interruption e) {
            throw failure == null ? new SQLException(e) : failure;
        }
    }

    @Override
    public boolean has(String key) {
        return source(key) != null;
    }

    @Override
    public @Nullable Object get(String key) {
        String source = source(key);
        return source == null ? null : Json.parse(source);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        try {
            Map<String, @Nullable Object> content = read();
            changes.forEach((key, source) -> {
                if (source == null) {
                    content.remove(key);
                } else {
                    content.put(key, Json.parse(source));
                }
            });
            return content;
        } catch (SQLException e) {
            throw interruption(e);
        }
    }

    @Override
    public void put(String key, @Nullable Object value) {
        changes.put(key, Json.write(Json.valueOf(value)));
    }

    @Override
    public boolean remove(String key) {
        boolean isThere = has(key);
        if (isThere) {
            changes.put(key, null);
        }
        return isThere;
    }

    private @Nullable String source(String key) {
        if (changes.containsKey(key)) {
            return changes.get(key);
        }
        try {
            return stored(key);
        } catch (SQLException e) {
            throw interruption(e);
        }
    }

    private @Nullable String stored(String key) throws SQLException {
        if (!isComplete && !stored.containsKey(key)) {
            stored.put(
                    key,
                    sql.first(
                                    "SELECT source FROM store_values WHERE namespace = ? AND store = ? AND entry = ?",
                                    row -> row.source(1),
                                    namespace,
                                    store,
                                    key)
                            .orElse(null));
        }
        return stored.get(key);
    }

    /** Reads the whole store as it is in the database. */
    Map<String, @Nullable Object> read() throws SQLException {
        Map<String, @Nullable Object> content = new TreeMap<>();
        sql.each(
                "SELECT entry, source FROM store_values WHERE namespace = ? AND store = ?",
                row -> {
                    stored.put(row.text(1), row.source(2));
                    return content.put(row.text(1), Json.parse(row.source(2)));
                },
                namespace,
                store);
        isComplete = true;
        return content;
    }

    /** Writes what differs, and returns false when nothing does. */
    boolean flush() throws SQLException {
        List<@Nullable Object[]> added = new ArrayList<>();
        List<@Nullable Object[]> changed = new ArrayList<>();
        List<@Nullable Object[]> removed = new ArrayList<>();
        for (Map.Entry<String, @Nullable String> change : changes.entrySet()) {
            String key = change.getKey();
            String before = stored(key);
            String after = change.getValue();
            if (after == null && before != null) {
                removed.add(new @Nullable Object[] {namespace, store, key});
            } else if (after != null && !after.equals(before)) {
                (before == null ? added : changed)
                        .add(new @Nullable Object[] {new Source(after), namespace, store, key});
            }
        }
        sql.batch("INSERT INTO store_values (source, namespace, store, entry) VALUES (?, ?, ?, ?)", added);
        sql.batch("UPDATE store_values SET source = ? WHERE namespace = ? AND store = ? AND entry = ?", changed);
        sql.batch("DELETE FROM store_values WHERE namespace = ? AND store = ? AND entry = ?", removed);
        return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
    }

    private Interruption interruption(SQLException e) {
        failure = e;
        return new Interruption(e);
    }
}
