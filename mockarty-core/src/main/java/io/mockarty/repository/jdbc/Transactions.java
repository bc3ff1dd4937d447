package io.mockarty.repository.jdbc;

import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions, and again when the database asks for it. Whatever goes wrong becomes a
 * {@link RepositoryException}; an unchecked exception of the work passes through, after everything was taken back.
 * Thread-safe.
 */
final class Transactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 3;

    /** How long the first pause between attempts is at most, in milliseconds; the next is twice as long. */
    private static final int PAUSE = 40;

    private final Database database;
    private final Dialect dialect;
    private final Clock clock;
    private final Consumer<String> written;
    private final Random chance = new Random();
    private final CountDownLatch closing = new CountDownLatch(1);

    private final Writers writers;

    /** What reads. */
    interface Work<T extends @Nullable Object> {
        T run(Sql sql) throws SQLException;
    }

    /** What writes to one namespace. */
    interface WriteWork<T extends @Nullable Object> {
        T run(Write write) throws SQLException;
    }

    /** One of several attempts. */
    private interface Attempt<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /**
     * Creates it.
     *
     * @param database where
     * @param clock tells when something was written
     * @param written is told the namespace after each write
     */
    Transactions(Database database, Clock clock, Consumer<String> written) {
        this.database = database;
        this.dialect = Dialect.of(database.kind());
        this.writers = new Writers(dialect.hasOneWriter());
        this.clock = clock;
        this.written = written;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The name of the database, for errors. */
    String name() {
        return database.name();
    }

    Clock clock() {
        return clock;
    }

    /** Reads, each statement for itself. */
    <T extends @Nullable Object> T read(Work<T> work) {
        return retrying(() -> {
            Connection connection = connect();
            try {
                return work.run(new Sql(connection));
            } finally {
                giveBack(connection);
            }
        });
    }

    /**
     * Reads with one statement, of which the rows come one after the other as they were when it began. It is not run
     * again.
     */
    void stream(Work<?> work) {
        Connection connection = connect();
        try {
            dialect.beginReading(connection);
            work.run(new Sql(connection));
        } catch (SQLException e) {
            throw SqlFailure.of(database.kind(), e).exception(name(), e);
        } finally {
            end(connection);
        }
    }

    /** Writes to a namespace, all or nothing; when the work changes nothing, nothing is written. */
    <T extends @Nullable Object> T write(String namespace, WriteWork<T> work) {
        return retrying(() -> {
            writers.enter(namespace);
            try {
                return writeOnce(namespace, work);
            } finally {
                writers.leave(namespace);
            }
        });
    }

    /**
     * Writes to a namespace unless it was deleted, and then returns the given value; for what comes late and alone is
     * no reason to make it anew. One that never was is made.
     */
    <T extends @Nullable Object> T writeUnlessDeleted(String namespace, T deleted, WriteWork<T> work) {
        return write(namespace, write -> write.isDeleted() ? deleted : work.run(write));
    }

    private <T extends @Nullable Object> T writeOnce(String namespace, WriteWork<T> work) throws SQLException {
        Connection connection = connect();
        boolean isOpen = true;
        try {
            dialect.begin(connection);
            Write write = Write.begin(new Sql(connection, dialect.writeComment()), dialect, namespace, clock.instant());
            T result = work.run(write);
            if (write.finish()) {
                commit(connection);
                isOpen = false;
                written.accept(namespace);
            }
            return result;
        } finally {
            if (isOpen) {
                rollBack(connection);
            }
            end(connection);
        }
    }

    /** A commit without an answer may have happened, so it is not tried again. */
    private void commit(Connection connection) throws SQLException {
        try {
            dialect.commit(connection);
        } catch (SQLException e) {
            if (SqlFailure.of(database.kind(), e) == SqlFailure.DISCONNECTED) {
                throw new RepositoryException(
                        name(),
                        "connection lost while committing: " + e.getMessage() + " (expected: an answer; look whether"
                                + " it was written before you repeat it)",
                        e);
            }
            throw e;
        }
    }

    private <T extends @Nullable Object> T retrying(Attempt<T> attempt) {
        for (int number = 1; ; number++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                SqlFailure failure = SqlFailure.of(database.kind(), e);
                if (number == ATTEMPTS || !failure.isPassing() || !pause(number)) {
                    throw failure.exception(name(), e);
                }
                LOG.debug("{}: attempt {} failed, trying again: {}", name(), number, e.getMessage());
            }
        }
    }

    /** Lets others go first for a random time; false when there is no use in waiting. */
    private boolean pause(int number) {
        try {
            return !closing.await(1L + chance.nextInt(PAUSE << (number - 1)), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * A connection on which each statement is for itself. Getting none means having waited, so it is not tried again.
     */
    Connection connect() {
        try {
            Connection connection = database.dataSource().getConnection();
            boolean isUsable = false;
            try {
                if (!connection.getAutoCommit()) {
                    connection.setAutoCommit(true);
                }
                isUsable = true;
                return connection;
            } finally {
                if (!isUsable) {
                    giveBack(connection);
                }
            }
        } catch (SQLException e) {
            throw SqlFailure.DISCONNECTED.exception(name(), e);
        }
    }

    private void rollBack(Connection connection) {
        try {
            dialect.rollback(connection);
        } catch (SQLException e) {
            LOG.debug("{}: not rolled back, which the database does by itself: {}", name(), e.getMessage());
        }
    }

    private void end(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("{}: connection not cleaned up: {}", name(), e.getMessage());
        } finally {
            giveBack(connection);
        }
    }

    private void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("{}: connection not closed: {}", name(), e.getMessage());
        }
    }

    /** Ends all waiting between attempts. */
    @Override
    public void close() {
        closing.countDown();
    }
}
