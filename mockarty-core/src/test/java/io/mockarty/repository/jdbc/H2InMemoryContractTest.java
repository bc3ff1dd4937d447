package io.mockarty.repository.jdbc;

import io.mockarty.repository.Repository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.kit.RepositoryContractKit;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract of a repository, kept by an H2 in memory with one or two nodes in one process. */
class H2InMemoryContractTest extends RepositoryContractKit {

    private @Nullable Database database;

    @Override
    protected Repository open(Clock clock, int logLimit) {
        database = Database.open(DatabaseAddress.h2InMemory());
        return JdbcRepository.open(
                database, JdbcOptions.defaults().withClock(clock).withLogLimit(logLimit));
    }

    /** Nodes in one process reach a database in memory through the connections of the first. */
    @Override
    protected Optional<Repository> openAnother(Repository first) {
        return Optional.of(JdbcRepository.open(
                Database.of(database.dataSource()), JdbcOptions.defaults().withLogLimit(LOG_LIMIT)));
    }
}
