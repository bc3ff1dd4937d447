package io.mockarty.repository.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.RepositoryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteDataSource;

class DatabaseTest {

    @TempDir
    Path directory;

    @Test
    void opens_sqlite_so_that_it_can_be_shared_and_forgets_nothing() throws SQLException {
        try (Database database = Database.open(DatabaseAddress.sqlite(directory.resolve("x.db")))) {
            assertThat(database.kind()).isEqualTo(DatabaseKind.SQLITE);
            assertThat(database.name()).isEqualTo("SQLite " + directory.resolve("x.db"));
            assertThat(ask(database, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(ask(database, "PRAGMA synchronous")).isEqualTo("2");
            assertThat(ask(database, "PRAGMA busy_timeout")).isEqualTo("5000");
        }
    }

    @Test
    void makes_the_directory_in_the_home() {
        DatabaseAddress address = DatabaseAddress.of("sqlite", "", directory);

        Database.open(address).close();

        assertThat(directory.resolve(".mockarty/data.db")).exists();
    }

    @Test
    void names_a_directory_that_is_missing() {
        Path file = directory.resolve("missing/x.db");

        assertThatThrownBy(() -> Database.open(DatabaseAddress.sqlite(file)))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("SQLite " + file + ": " + file.getParent()
                        + " is no directory (expected: one that exists; make it, or choose another file)");
    }

    @Test
    void names_a_directory_that_is_a_file() throws IOException {
        Path file = Files.writeString(directory.resolve("plain"), "").resolve("x");

        assertThatThrownBy(() -> Database.open(DatabaseAddress.h2(file)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(file.getParent() + " is no directory");
    }

    @Test
    void refuses_a_directory_as_its_file() {
        assertThatThrownBy(() -> Database.open(DatabaseAddress.sqlite(directory)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(directory + " is a directory (expected: the path of a file)");
    }

    @Test
    void keeps_h2_in_the_file() throws SQLException {
        DatabaseAddress address = DatabaseAddress.h2(directory.resolve("x"));
        try (Database database = Database.open(address)) {
            run(database, "CREATE TABLE kept (id INT)");
        }

        try (Database again = Database.open(address)) {
            assertThat(ask(again, "SELECT count(*) FROM kept")).isEqualTo("0");
        }
        assertThat(directory.resolve("x.mv.db")).exists();
    }

    @Test
    void opens_a_new_h2_in_memory_each_time() throws SQLException {
        try (Database first = Database.open(DatabaseAddress.h2InMemory());
                Database second = Database.open(DatabaseAddress.h2InMemory())) {
            run(first, "CREATE TABLE mine (id INT)");
            run(second, "CREATE TABLE mine (id INT)");

            assertThat(first.name()).isEqualTo("H2 in memory");
        }
    }

    @Test
    void says_what_cannot_be_reached_without_the_password() {
        DatabaseAddress address = DatabaseAddress.of("pg", "postgres://ann:s3cret@localhost:1/db");

        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(RepositoryException.class)
                .hasMessageStartingWith("PostgreSQL at localhost:1/db: no connection: ")
                .hasMessageEndingWith("(expected: a database that can be reached; check DB_USE and DB_DSN)")
                .hasStackTraceContaining("refused")
                .satisfies(e -> assertThat(e).hasToString(e.toString().replace("s3cret", "***")));
    }

    @Test
    void tells_what_the_connections_of_somebody_else_lead_to() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:theirs;DB_CLOSE_DELAY=-1");
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + directory.resolve("theirs.db"));

        assertThat(Database.of(h2).kind()).isEqualTo(DatabaseKind.H2);
        assertThat(Database.of(h2).name()).isEqualTo("H2 mem:theirs");
        assertThat(Database.of(sqlite).kind()).isEqualTo(DatabaseKind.SQLITE);
        assertThat(Database.of(sqlite)).hasToString("SQLite " + directory.resolve("theirs.db"));
    }

    @Test
    void leaves_the_connections_of_somebody_else_open() throws SQLException {
        try (Database own = Database.open(DatabaseAddress.h2InMemory())) {
            Database.of(own.dataSource()).close();

            assertThat(ask(own, "SELECT 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.sqlite., org.xerial:sqlite-jdbc",
        "com.zaxxer., com.zaxxer:HikariCP",
    })
    void says_which_dependency_to_add(String missing, String coordinates) throws ReflectiveOperationException {
        Class<?> database = new Without(missing).loadClass(Database.class.getName());
        Class<?> address = database.getClassLoader().loadClass(DatabaseAddress.class.getName());
        Object sqlite = address.getMethod("sqlite", Path.class).invoke(null, directory.resolve("x.db"));

        assertThatThrownBy(() -> database.getMethod("open", address).invoke(null, sqlite))
                .hasRootCauseInstanceOf(ClassNotFoundException.class)
                .cause()
                .hasMessageContaining("(expected: the dependency " + coordinates);
    }

    private static String ask(Database database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void run(Database database, String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** Loads our classes anew, in a world without some library. */
    private static final class Without extends ClassLoader {

        private final String missing;

        Without(String missing) {
            super(DatabaseTest.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(missing)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.mockarty.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
