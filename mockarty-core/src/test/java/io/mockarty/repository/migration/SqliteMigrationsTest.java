package io.mockarty.repository.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.database.DatabaseKind;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;

class SqliteMigrationsTest extends MigrationsContract {

    private static final int BUSY_TIMEOUT = 1_234;

    @Override
    TestDatabase empty(Path directory) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setBusyTimeout(BUSY_TIMEOUT);
        config.enforceForeignKeys(true);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + directory.resolve("data.db"));
        TestDatabase database = new TestDatabase(dataSource, DatabaseKind.SQLITE);
        // Whoever opens a new file turns it to WAL, which fails for all but one when many do it at once.
        database.column("PRAGMA journal_mode");
        return database;
    }

    @Override
    void checkSettings(TestDatabase pooled) {
        assertThat(pooled.column("PRAGMA busy_timeout")).containsExactly(String.valueOf(BUSY_TIMEOUT));
    }
}
