package io.mockarty.storage;

import io.mockarty.repository.Repository;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.jdbc.JdbcOptions;
import io.mockarty.repository.jdbc.JdbcRepository;
import io.mockarty.repository.memory.InMemoryRepository;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Where everything is kept in the end. The text of each says which it is, without secrets. */
sealed interface Truth {

    Repository open(Settings settings);

    /** What all of them want to know. */
    record Settings(Clock clock, int logLimit, Duration syncInterval) {

        private JdbcOptions jdbc() {
            return JdbcOptions.defaults()
                    .withClock(clock)
                    .withLogLimit(logLimit)
                    .withSyncInterval(syncInterval);
        }
    }

    /** The memory of this process. */
    record Memory() implements Truth {

        @Override
        public Repository open(Settings settings) {
            return InMemoryRepository.create(settings.clock(), settings.logLimit());
        }

        @Override
        public String toString() {
            return "memory";
        }
    }

    /** A database that we connect to. */
    record Address(DatabaseAddress address) implements Truth {

        @Override
        public Repository open(Settings settings) {
            return openOn(Database.open(address), settings);
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** A database that somebody else connects to. */
    record Connections(DataSource dataSource) implements Truth {

        @Override
        public Repository open(Settings settings) {
            return openOn(Database.of(dataSource), settings);
        }

        /** A data source may show its password. */
        @Override
        public String toString() {
            return "data source";
        }
    }

    /** A repository that somebody else has opened. */
    record Open(Repository repository) implements Truth {

        @Override
        public Repository open(Settings settings) {
            return new BorrowedRepository(repository);
        }

        @Override
        public String toString() {
            return repository.name();
        }
    }

    private static Repository openOn(Database database, Settings settings) {
        try {
            return JdbcRepository.open(database, settings.jdbc());
        } catch (RepositoryException e) {
            database.close();
            throw e;
        }
    }
}
