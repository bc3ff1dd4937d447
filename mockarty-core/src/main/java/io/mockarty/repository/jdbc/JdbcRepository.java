package io.mockarty.repository.jdbc;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.NamespaceRepository;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RequestLogRepository;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.UndefinedRequestRepository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseKind;
import io.mockarty.repository.migration.Migrations;

/**
 * A repository in a database. Any number of nodes may share a PostgreSQL, any number of processes on one machine a
 * SQLite file; an H2 belongs to one process. Thread-safe.
 */
public final class JdbcRepository implements Repository {

    private final Database database;
    private final Transactions transactions;
    private final JdbcOptions options;
    private final JdbcChangeFeed feed;
    private final FeedThread feedThread;
    private final SharedClock sharedClock;

    private JdbcRepository(Database database, JdbcOptions options) {
        this.database = database;
        this.options = options;
        Wakeup wakeup = new Wakeup();
        // PostgreSQL notifies the writer as well.
        boolean notifies = database.kind() == DatabaseKind.POSTGRESQL;
        this.transactions = new Transactions(database, options.clock(), notifies ? namespace -> {} : wakeup::written);
        this.sharedClock = new SharedClock(options.clock(), transactions);
        this.feed = new JdbcChangeFeed(transactions);
        this.feedThread = new FeedThread(options, transactions, feed, wakeup, sharedClock);
    }

    /**
     * Opens a repository: brings the schema of the database to the version of this program, and begins to watch what
     * others write.
     *
     * @param database the database; closed with the repository
     * @param options how it behaves
     * @return the repository
     * @throws io.mockarty.repository.RepositoryException when the database cannot be reached, or its schema is newer
     *     than this program
     */
    public static JdbcRepository open(Database database, JdbcOptions options) {
        Migrations.of(database.dataSource(), database.kind()).up();
        JdbcRepository repository = new JdbcRepository(database, options);
        repository.sharedClock.measure();
        repository.feedThread.start();
        return repository;
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public NamespaceRepository namespaces() {
        return new JdbcNamespaces(transactions);
    }

    @Override
    public MockRepository mocks() {
        return new JdbcMocks(transactions);
    }

    @Override
    public FolderRepository folders() {
        return new JdbcFolders(transactions);
    }

    @Override
    public StoreRepository stores() {
        return new JdbcStores(transactions);
    }

    @Override
    public CounterRepository counters() {
        return new JdbcCounters(transactions);
    }

    @Override
    public RequestLogRepository requestLogs() {
        return new JdbcRequestLogs(transactions, options.logLimit(), sharedClock);
    }

    @Override
    public UndefinedRequestRepository undefinedRequests() {
        return new JdbcUndefinedRequests(transactions);
    }

    @Override
    public ChangeFeed changes() {
        return feed;
    }

    @Override
    public void close() {
        feedThread.close();
        transactions.close();
        database.close();
    }

    /** {@return the same as {@link #name}} */
    @Override
    public String toString() {
        return name();
    }
}
