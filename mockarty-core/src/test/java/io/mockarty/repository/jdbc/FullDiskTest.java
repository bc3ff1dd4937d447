package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** A SQLite that may have so many pages and no more fails as one on a full disk. */
class FullDiskTest {

    @TempDir
    Path directory;

    @Test
    void says_that_the_disk_is_full_and_goes_on_when_there_is_room() {
        try (JdbcRepository repository = open("max_page_count", "150")) {
            AtomicInteger saved = new AtomicInteger();

            assertThatThrownBy(() -> {
                        while (saved.get() < 1_000) {
                            repository.mocks().save(Mocks.SHOP, List.of(Mocks.mock("m" + saved, "x".repeat(20_000))));
                            saved.incrementAndGet();
                        }
                    })
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageStartingWith("SQLite " + directory.resolve("x.db") + ": ")
                    .hasMessageContaining("SQLITE_FULL")
                    .hasMessageEndingWith("(expected: free space on its disk; make some, and go on)");

            assertThat(saved.get()).isPositive();
            assertThat(repository.changes().revision(Mocks.SHOP)).isEqualTo(saved.get());
            assertThat(repository.mocks().find(Mocks.SHOP, "m" + saved)).isEmpty();
            repository.mocks().purge(Mocks.SHOP, List.of("m0"));
            Mocks.save(repository, "small");
            assertThat(repository.mocks().find(Mocks.SHOP, "small")).isPresent();
        }
    }

    @Test
    void says_that_it_may_not_write() {
        open("busy_timeout", "1000").close();
        try (JdbcRepository repository = open("open_mode", String.valueOf(SQLiteOpenMode.READONLY.flag))) {
            assertThatThrownBy(() -> Mocks.save(repository, "a"))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("expected: a database that may be written");
            assertThat(repository.mocks().find(Mocks.SHOP, "a")).isEmpty();
        }
    }

    private JdbcRepository open(String pragma, String value) {
        Properties properties = new SQLiteConfig().toProperties();
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty(pragma, value);
        SQLiteDataSource sqlite = new SQLiteDataSource(new SQLiteConfig(properties));
        sqlite.setUrl("jdbc:sqlite:" + directory.resolve("x.db"));
        return JdbcRepository.open(Database.of(sqlite), JdbcOptions.defaults());
    }
}
