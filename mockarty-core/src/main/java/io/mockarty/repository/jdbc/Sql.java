package io.mockarty.repository.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection. Values are bound, never part of a statement: texts as {@link StoredText} spells
 * them, {@link Source}, numbers, booleans and null. Used by one thread.
 */
final class Sql {

    /** How many names are asked for at once; all databases take as many values. */
    private static final int CHUNK = 500;

    /** How many rows a server sends at a time, where it can. */
    private static final int FETCH_SIZE = 500;

    private final Connection connection;
    private final String comment;

    /** Runs statements as they are. */
    Sql(Connection connection) {
        this(connection, "");
    }

    /** Runs statements with a comment behind them. */
    Sql(Connection connection, String comment) {
        this.connection = connection;
        this.comment = comment;
    }

    /** Runs a statement and returns how many rows it changed. */
    int update(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement + comment)) {
            bind(prepared, values);
            return prepared.executeUpdate();
        }
    }

    /** Runs a statement once for each array of values, and returns how many rows were changed, where that is known. */
    long batch(String statement, List<@Nullable Object[]> values) throws SQLException {
        if (values.isEmpty()) {
            return 0;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement + comment)) {
            long changed = 0;
            int pending = 0;
            for (@Nullable Object[] each : values) {
                bind(prepared, each);
                prepared.addBatch();
                if (++pending == FETCH_SIZE) {
                    changed += sum(prepared.executeBatch());
                    pending = 0;
                }
            }
            return pending == 0 ? changed : changed + sum(prepared.executeBatch());
        }
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += Math.max(0, count);
        }
        return sum;
    }

    /** Reads all rows. */
    <T extends @Nullable Object> List<T> query(String statement, Row.Reader<T> reader, @Nullable Object... values)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        each(statement, row -> rows.add(reader.read(row)), values);
        return rows;
    }

    /** Reads the first row. */
    <T> Optional<T> first(String statement, Row.Reader<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement + comment)) {
            bind(prepared, values);
            try (ResultSet result = prepared.executeQuery()) {
                return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
            }
        }
    }

    /** Reads the number in the one column of the first row, 0 when there is none. */
    long number(String statement, @Nullable Object... values) throws SQLException {
        return first(statement, row -> row.number(1), values).orElse(0L);
    }

    /** Reads one row after the other; {@code reader} is called for each, and what it returns is ignored. */
    void each(String statement, Row.Reader<?> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement + comment)) {
            prepared.setFetchSize(FETCH_SIZE);
            bind(prepared, values);
            try (ResultSet result = prepared.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    reader.read(row);
                }
            }
        }
    }

    /**
     * Reads the rows that have one of many names. The names come as a table to join with, because databases look
     * through all of a long {@code IN} for each row.
     *
     * @param statement selects from {@code wanted(name)}, among others
     * @param namespace the one value besides
     * @param names the names, any number, each counted once
     */
    <T> List<T> queryIn(String statement, Row.Reader<T> reader, String namespace, Collection<String> names)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        List<String> all = names.stream().distinct().toList();
        for (int start = 0; start < all.size(); start += CHUNK) {
            List<@Nullable Object> values = new ArrayList<>(all.subList(start, Math.min(all.size(), start + CHUNK)));
            String wanted = String.join(", ", Collections.nCopies(values.size(), "(CAST(? AS VARCHAR))"));
            values.add(namespace);
            each(
                    "WITH wanted (name) AS (VALUES " + wanted + ") " + statement,
                    row -> rows.add(reader.read(row)),
                    values.toArray());
        }
        return rows;
    }

    /** Runs a statement once for each of many names, as its last value behind the namespace. */
    void updateEach(String statement, String namespace, Collection<String> names) throws SQLException {
        batch(
                statement,
                names.stream()
                        .map(name -> new @Nullable Object[] {namespace, name})
                        .toList());
    }

    private static void bind(PreparedStatement prepared, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(prepared, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement prepared, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            prepared.setNull(place, Types.NULL);
        } else if (value instanceof String text) {
            prepared.setString(place, StoredText.encode(text));
        } else if (value instanceof Source source) {
            prepared.setString(place, source.text());
        } else if (value instanceof Boolean flag) {
            prepared.setBoolean(place, flag);
        } else if (value instanceof Number number) {
            prepared.setLong(place, number.longValue());
        } else {
            throw new IllegalArgumentException("value: a " + value.getClass().getName()
                    + " (expected: a String, Source, number, boolean or null)");
        }
    }
}
