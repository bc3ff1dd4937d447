package io.mockarty.repository.migration;

import io.mockarty.repository.database.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** An empty database, and what stands in it. */
record TestDatabase(DataSource dataSource, DatabaseKind kind) {

    /** Everything that has a name in the schema, but for what migrations need themselves; sorted. */
    private static final String POSTGRESQL_OBJECTS = """
            SELECT name FROM (
                SELECT c.relname || ' ' || c.relkind AS name FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace
                UNION ALL
                SELECT p.proname || ' function' FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                UNION ALL
                SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns
                WHERE table_schema = 'public') AS objects
            WHERE name NOT LIKE 'schema_migrations%' ORDER BY name""";

    private static final String SQLITE_OBJECTS = """
            SELECT type || ' ' || sql FROM sqlite_master
            WHERE name NOT LIKE 'schema_migrations%' AND name NOT LIKE 'sqlite_%' ORDER BY name""";

    private static final String H2_OBJECTS = """
            SELECT name FROM (
                SELECT LOWER(table_name) || ' table' AS name FROM information_schema.tables
                WHERE table_schema = 'PUBLIC'
                UNION ALL
                SELECT LOWER(table_name || '.' || column_name || ' ' || data_type) FROM information_schema.columns
                WHERE table_schema = 'PUBLIC'
                UNION ALL
                SELECT LOWER(table_name || ' ' || index_type_name) FROM information_schema.indexes
                WHERE table_schema = 'PUBLIC'
                UNION ALL
                SELECT 'sequence' FROM information_schema.sequences WHERE sequence_schema = 'PUBLIC'
                UNION ALL
                SELECT LOWER(trigger_name) FROM information_schema.triggers WHERE trigger_schema = 'PUBLIC') AS objects
            WHERE name NOT LIKE 'schema_migrations%' ORDER BY name""";

    List<String> objects() {
        return column(
                switch (kind) {
                    case POSTGRESQL -> POSTGRESQL_OBJECTS;
                    case SQLITE -> SQLITE_OBJECTS;
                    case H2 -> H2_OBJECTS;
                });
    }

    boolean hasTable(String name) {
        return !column(
                        switch (kind) {
                            case POSTGRESQL -> "SELECT tablename FROM pg_tables WHERE tablename = '" + name + "'";
                            case SQLITE -> "SELECT name FROM sqlite_master WHERE name = '" + name + "'";
                            case H2 ->
                                "SELECT table_name FROM information_schema.tables WHERE LOWER(table_name) = '" + name
                                        + "'";
                        })
                .isEmpty();
    }

    /** The first column of a query. */
    List<String> column(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String... statements) {
        execute(List.of(statements));
    }

    void execute(List<String> statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }
}
