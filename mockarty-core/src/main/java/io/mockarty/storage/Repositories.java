package io.mockarty.storage;

import io.mockarty.repository.Repository;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.RequestLogRepository;
import io.mockarty.repository.cache.CacheOptions;
import io.mockarty.repository.cache.CachedRepository;
import io.mockarty.repository.database.DatabaseAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A recipe for the repository of a server: where the truth is, and what stands before it. Nothing is opened until
 * {@link #open}, and what is opened belongs to the server that opens it. Immutable and thread-safe.
 *
 * <pre>{@code
 * Repositories.sqlite(Path.of("/data/mockarty.db")).cached().logLimit(10)
 * }</pre>
 */
public final class Repositories {

    /** How often the truth is asked for changes in case that a notification was lost. */
    private static final Duration SYNC_INTERVAL = Duration.ofSeconds(30);

    private final Truth truth;
    private final @Nullable CacheOptions cache;
    private final boolean readOnlyStores;
    private final int logLimit;
    private final Duration syncInterval;

    private Repositories(
            Truth truth, @Nullable CacheOptions cache, boolean readOnlyStores, int logLimit, Duration syncInterval) {
        this.truth = truth;
        this.cache = cache;
        this.readOnlyStores = readOnlyStores;
        this.logLimit = logLimit;
        this.syncInterval = syncInterval;
    }

    private static Repositories of(Truth truth) {
        return new Repositories(truth, null, false, RequestLogRepository.DEFAULT_LIMIT, SYNC_INTERVAL);
    }

    /** {@return a repository in the memory of this process, a new and empty one each time it is opened} */
    public static Repositories inMemory() {
        return of(new Truth.Memory());
    }

    /**
     * Chooses an H2 database in a file. Needs {@code com.h2database:h2} and {@code com.zaxxer:HikariCP}.
     *
     * @param file its file without {@code .mv.db}, made when it does not exist; its directory must exist
     * @return the recipe
     */
    public static Repositories h2(Path file) {
        return database(DatabaseAddress.h2(file));
    }

    /**
     * Chooses an H2 database in memory. Needs {@code com.h2database:h2} and {@code com.zaxxer:HikariCP}.
     *
     * @return the recipe; a new and empty database each time it is opened
     */
    public static Repositories h2InMemory() {
        return database(DatabaseAddress.h2InMemory());
    }

    /**
     * Chooses a SQLite database. Needs {@code org.xerial:sqlite-jdbc} and {@code com.zaxxer:HikariCP}.
     *
     * @param file its file, made when it does not exist; its directory must exist
     * @return the recipe
     */
    public static Repositories sqlite(Path file) {
        return database(DatabaseAddress.sqlite(file));
    }

    /**
     * Chooses a database by its address. Needs its driver and {@code com.zaxxer:HikariCP}.
     *
     * @param address where the database is
     * @return the recipe
     */
    public static Repositories database(DatabaseAddress address) {
        return of(new Truth.Address(address));
    }

    /**
     * Chooses a database, PostgreSQL, SQLite or H2, that the application connects to.
     *
     * @param dataSource its connections; stays open when the server is closed
     * @return the recipe
     */
    public static Repositories jdbc(DataSource dataSource) {
        return of(new Truth.Connections(dataSource));
    }

    /**
     * Chooses a repository that is open, such as one of your own.
     *
     * @param repository the repository; stays open when the server is closed, and keeps its own clock, log limit and
     *     interval
     * @return the recipe
     */
    public static Repositories of(Repository repository) {
        return of(new Truth.Open(repository));
    }

    /**
     * Reads what the environment of an administration node says: {@code DB_USE}, {@code DB_DSN}, {@code USE_CACHE},
     * {@code CACHE_TYPE}, {@code REPO_INMEMORY_MAX_SIZE_MB}, {@code REPO_REDIS_HOST}, {@code REPO_REDIS_PORT},
     * {@code REPO_REDIS_PASSWORD}, {@code REPO_LOG_LIMIT}, {@code CACHE_SYNC_INTERVAL} and {@code STORE_MODE}. An empty
     * value is the same as none. With neither {@code DB_USE} nor {@code DB_DSN} the repository is in memory; with
     * {@code DB_DSN} alone it is a PostgreSQL.
     *
     * @param environment names and values
     * @return the recipe
     * @throws InvalidSettingsException naming everything that is wrong
     */
    public static Repositories fromEnvironment(Map<String, String> environment) {
        return Environment.admin(environment).repositories();
    }

    /**
     * Reads what the environment of a resolver node says: the same as {@link #fromEnvironment}, but the size of the
     * cache is {@code CACHE_MAX_SIZE_MB}, 512 when it is not set.
     *
     * @param environment names and values
     * @return the recipe
     * @throws InvalidSettingsException naming everything that is wrong
     */
    public static Repositories fromResolverEnvironment(Map<String, String> environment) {
        return Environment.resolver(environment).repositories();
    }

    /**
     * Puts caches before the truth. Needs {@code com.github.ben-manes.caffeine:caffeine}, and
     * {@code redis.clients:jedis} for Redis.
     *
     * @param options how much is cached, and where
     * @return the changed recipe
     */
    public Repositories cached(CacheOptions options) {
        return new Repositories(truth, options, readOnlyStores, logLimit, syncInterval);
    }

    /**
     * Puts a cache in memory before the truth, as large as {@link CacheOptions#defaults} says.
     *
     * @return the changed recipe
     */
    public Repositories cached() {
        return cached(CacheOptions.defaults());
    }

    /**
     * Refuses to write to stores; they can be read.
     *
     * @return the changed recipe
     */
    public Repositories readOnlyStores() {
        return new Repositories(truth, cache, true, logLimit, syncInterval);
    }

    /**
     * Sets how many requests are kept for each mock.
     *
     * @param limit how many, at least 0; {@value RequestLogRepository#DEFAULT_LIMIT} unless it is set
     * @return the changed recipe
     * @throws IllegalArgumentException when the limit is negative
     */
    public Repositories logLimit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("logLimit: " + limit + " (expected: at least 0)");
        }
        return new Repositories(truth, cache, readOnlyStores, limit, syncInterval);
    }

    /**
     * Sets how often a PostgreSQL is asked for changes in case that a notification was lost.
     *
     * @param interval how often, more than 0; 30 seconds unless it is set
     * @return the changed recipe
     * @throws IllegalArgumentException when the interval is not more than 0
     */
    public Repositories syncInterval(Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("syncInterval: " + interval + " (expected: more than 0)");
        }
        return new Repositories(truth, cache, readOnlyStores, logLimit, interval);
    }

    /**
     * Opens the repository. Each call opens another one, but for what {@link #of} and {@link #jdbc} were given.
     *
     * @param clock tells when something was written
     * @return the repository; closing it closes all that was opened here
     * @throws RepositoryException when the truth cannot be reached, or something is missing on the class path, with the
     *     Maven coordinates to add; nothing is left open then
     */
    public RepositoryStack open(Clock clock) {
        Repository opened = truth.open(new Truth.Settings(clock, logLimit, syncInterval));
        try {
            CachedRepository cached = cache == null ? null : CachedRepository.over(opened, cache);
            return new RepositoryStack(cached == null ? opened : cached, cached, readOnlyStores);
        } catch (RepositoryException e) {
            opened.close();
            throw e;
        }
    }

    /** {@return what was chosen, without secrets} */
    @Override
    public String toString() {
        return truth + (cache == null ? "" : " behind " + cache) + (readOnlyStores ? " with read-only stores" : "")
                + ", " + logLimit + " requests for each mock, looked at every " + syncInterval;
    }
}
