package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Who finds a lock taken tries three times. */
class ConflictTest {

    @TempDir
    Path directory;

    private final String name = "conflict-" + System.nanoTime();
    private WatchedDataSource watched;
    private JdbcRepository repository;

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void writes_after_h2_had_to_wait_for_a_row_too_long() throws SQLException {
        open(h2());
        try (Connection other = locking("SELECT * FROM namespaces WHERE name = 'shop' FOR UPDATE")) {
            watched.watch(number -> release(other, number == 2));

            Mocks.save(repository, "b");
        }

        assertThat(repository.mocks().find(Mocks.SHOP, "b")).isPresent();
        assertThat(repository.changes().revision(Mocks.SHOP)).isEqualTo(2);
    }

    @Test
    void writes_after_sqlite_was_busy() throws SQLException {
        open(sqlite());
        try (Connection other = locking("UPDATE namespaces SET revision = revision")) {
            watched.watch(number -> release(other, number == 3));

            Mocks.save(repository, "b");
        }

        assertThat(repository.mocks().find(Mocks.SHOP, "b")).isPresent();
    }

    @Test
    void gives_up_after_three_attempts_and_says_so() throws SQLException {
        open(sqlite());
        try (Connection other = locking("UPDATE namespaces SET revision = revision")) {
            watched.watch(number -> {});

            assertThatThrownBy(() -> Mocks.save(repository, "b"))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageStartingWith("SQLite " + directory.resolve("x.db") + ": ")
                    .hasMessageContaining("SQLITE_BUSY")
                    .hasMessageContaining("expected: nobody to hold locks for so long; try again");
            assertThat(watched.given()).isEqualTo(3);
            release(other, true);
        }

        assertThat(repository.mocks().find(Mocks.SHOP, "b")).isEmpty();
        Mocks.save(repository, "c");
    }

    private void open(DataSource dataSource) {
        watched = new WatchedDataSource(dataSource);
        // The feed asks so seldom that all connections are those of the test.
        repository =
                JdbcRepository.open(Database.of(watched), JdbcOptions.defaults().withPollInterval(Duration.ofHours(1)));
        Mocks.save(repository, "a");
        repository.changes().refresh();
    }

    private Connection locking(String statement) throws SQLException {
        Connection other = watched.getConnection();
        other.setAutoCommit(false);
        try (Statement plain = other.createStatement()) {
            plain.execute(statement);
        }
        return other;
    }

    private static void release(Connection other, boolean now) {
        try {
            if (now) {
                other.rollback();
                other.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=50");
        return h2;
    }

    private DataSource sqlite() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(50);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + directory.resolve("x.db"));
        return sqlite;
    }
}
