package io.mockarty.repository.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The table {@code schema_migrations}, whose one row says at which version the schema is. */
final class SchemaTable {

    private static final String CREATE = """
            CREATE TABLE schema_migrations (version BIGINT NOT NULL PRIMARY KEY, dirty BOOLEAN NOT NULL)""";
    private static final String INSERT = "INSERT INTO schema_migrations (version, dirty) VALUES (0, FALSE)";

    private SchemaTable() {}

    /**
     * What the table says.
     *
     * @param version the version
     * @param missing the statements that make the table and its row, as far as they are not there
     */
    record State(SchemaVersion version, List<String> missing) {}

    static State read(Connection connection, SchemaDialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery(dialect.tableQuery())) {
                if (!table.next()) {
                    return new State(new SchemaVersion(0, false), List.of(CREATE, INSERT));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT version, dirty FROM schema_migrations")) {
                return row.next()
                        ? new State(new SchemaVersion(row.getLong(1), row.getBoolean(2)), List.of())
                        : new State(new SchemaVersion(0, false), List.of(INSERT));
            }
        }
    }

    /** The statement that sets a version. It is shown to people who may run it, so it has no parameters to bind. */
    static String set(long version, boolean dirty) {
        return "UPDATE schema_migrations SET version = " + version + ", dirty = " + (dirty ? "TRUE" : "FALSE");
    }
}
