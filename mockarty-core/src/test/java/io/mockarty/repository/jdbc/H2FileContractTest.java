package io.mockarty.repository.jdbc;

import io.mockarty.repository.Repository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.kit.RepositoryContractKit;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a repository, kept by an H2 in a file. */
class H2FileContractTest extends RepositoryContractKit {

    @TempDir
    Path directory;

    @Override
    protected Repository open(Clock clock, int logLimit) {
        return JdbcRepository.open(
                Database.open(DatabaseAddress.h2(directory.resolve("mocks"))),
                JdbcOptions.defaults().withClock(clock).withLogLimit(logLimit));
    }
}
