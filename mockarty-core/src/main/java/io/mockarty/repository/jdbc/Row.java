package io.mockarty.repository.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, valid until the next one is read. Columns are counted from 1.
 *
 * @param result the result, which stands at the row
 */
record Row(ResultSet result) {

    /** Makes a value from a row. */
    interface Reader<T extends @Nullable Object> {
        T read(Row row) throws SQLException;
    }

    String text(int column) throws SQLException {
        return StoredText.decode(source(column));
    }

    @Nullable
    String textOrNull(int column) throws SQLException {
        String stored = result.getString(column);
        return stored == null ? null : StoredText.decode(stored);
    }

    /** A text as it is in the database, not null. */
    String source(int column) throws SQLException {
        String stored = result.getString(column);
        if (stored == null) {
            throw new SQLException("column " + column + ": NULL (expected: a value)");
        }
        return stored;
    }

    long number(int column) throws SQLException {
        return result.getLong(column);
    }

    boolean isNull(int column) throws SQLException {
        return result.getObject(column) == null;
    }

    boolean flag(int column) throws SQLException {
        return result.getBoolean(column);
    }
}
