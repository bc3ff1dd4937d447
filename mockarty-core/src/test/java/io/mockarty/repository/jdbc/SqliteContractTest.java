package io.mockarty.repository.jdbc;

import io.mockarty.repository.Repository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.kit.RepositoryContractKit;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a repository, kept by a SQLite file that two nodes share. */
class SqliteContractTest extends RepositoryContractKit {

    @TempDir
    Path directory;

    @Override
    protected Repository open(Clock clock, int logLimit) {
        return JdbcRepository.open(
                Database.open(DatabaseAddress.sqlite(directory.resolve("mocks.db"))),
                JdbcOptions.defaults().withClock(clock).withLogLimit(logLimit));
    }

    @Override
    protected Optional<Repository> openAnother(Repository first) {
        return Optional.of(open(Clock.systemUTC(), LOG_LIMIT));
    }
}
