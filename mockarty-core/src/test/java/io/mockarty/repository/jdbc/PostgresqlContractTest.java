package io.mockarty.repository.jdbc;

import io.mockarty.repository.Repository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.kit.RepositoryContractKit;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of a repository, kept by a PostgreSQL that two nodes share. */
class PostgresqlContractTest extends RepositoryContractKit {

    private static @Nullable Postgres postgres;

    private @Nullable DatabaseAddress address;

    @BeforeAll
    static void start_postgresql() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop_postgresql() {
        postgres.close();
    }

    @Override
    protected Repository open(Clock clock, int logLimit) throws SQLException {
        address = postgres.newSchema();
        return openAt(clock, logLimit);
    }

    @Override
    protected Optional<Repository> openAnother(Repository first) {
        return Optional.of(openAt(Clock.systemUTC(), LOG_LIMIT));
    }

    private Repository openAt(Clock clock, int logLimit) {
        return JdbcRepository.open(
                Database.open(address), JdbcOptions.defaults().withClock(clock).withLogLimit(logLimit));
    }
}
