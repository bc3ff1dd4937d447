package io.mockarty.storage;

import io.mockarty.repository.RequestLogRepository;
import io.mockarty.repository.cache.CacheOptions;
import io.mockarty.repository.cache.RedisOptions;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.database.DatabaseKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of a repository among the variables of an environment. */
final class Environment {

    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);
    private static final String MEMORY = "memory";
    private static final int RESOLVER_MEGABYTES = 512;
    private static final int MOST_MEGABYTES = 1 << 20;
    private static final int MOST_LOGS = 1_000_000;

    /** What {@link DatabaseAddress#of} has something to say about. */
    private static final List<String> DATABASES = List.of("pg", "postgres", "postgresql", "sqlite", "h2", "mysql");

    private final Settings settings;
    private final String sizeName;
    private final int normalSize;

    private Environment(Map<String, String> variables, String sizeName, int normalSize) {
        this.settings = new Settings(variables);
        this.sizeName = sizeName;
        this.normalSize = normalSize;
    }

    static Environment admin(Map<String, String> variables) {
        return new Environment(variables, "REPO_INMEMORY_MAX_SIZE_MB", CacheOptions.DEFAULT_MEGABYTES);
    }

    static Environment resolver(Map<String, String> variables) {
        return new Environment(variables, "CACHE_MAX_SIZE_MB", RESOLVER_MEGABYTES);
    }

    Repositories repositories() {
        Optional<DatabaseAddress> address = address();
        CacheOptions cache = cache(address);
        int logLimit = settings.number("REPO_LOG_LIMIT", RequestLogRepository.DEFAULT_LIMIT, 0, MOST_LOGS);
        Duration syncInterval = settings.duration("CACHE_SYNC_INTERVAL", Duration.ofSeconds(30));
        String storeMode = settings.word("STORE_MODE", "read_write", List.of("read_write", "read_only"));
        settings.throwIfAny();
        Repositories repositories = address.map(Repositories::database)
                .orElseGet(Repositories::inMemory)
                .logLimit(logLimit)
                .syncInterval(syncInterval);
        if (cache != null && address.isPresent()) {
            repositories = repositories.cached(cache);
        }
        return storeMode.equals("read_only") ? repositories.readOnlyStores() : repositories;
    }

    /** Where the database is; empty for memory, or when something is wrong. */
    private Optional<DatabaseAddress> address() {
        Optional<String> dsn = settings.text("DB_DSN");
        String use = settings.text("DB_USE").orElse(dsn.isPresent() ? "pg" : MEMORY);
        String known = use.toLowerCase(Locale.ROOT);
        if (known.equals(MEMORY)) {
            if (dsn.isPresent()) {
                settings.problem("DB_DSN", "***", "nothing with DB_USE=memory, or another DB_USE");
            }
            return Optional.empty();
        }
        if (!DATABASES.contains(known)) {
            settings.problem("DB_USE", use, "pg, sqlite, h2 or memory");
            return Optional.empty();
        }
        return settings.make(() -> DatabaseAddress.of(use, dsn.orElse(null)));
    }

    /** The caches, or null for none. */
    private @Nullable CacheOptions cache(Optional<DatabaseAddress> address) {
        boolean isUsed = settings.flag("USE_CACHE", true);
        int megabytes = settings.number(sizeName, normalSize, 1, MOST_MEGABYTES);
        boolean isShared = settings.word("CACHE_TYPE", "inmemory", List.of("inmemory", "redis"))
                .equals("redis");
        int port = settings.number("REPO_REDIS_PORT", RedisOptions.DEFAULT_PORT, 1, 65_535);
        if (!isUsed) {
            return null;
        }
        CacheOptions options = CacheOptions.defaults().withMaxMegabytes(megabytes);
        if (!isShared) {
            return options;
        }
        Optional<String> host = settings.text("REPO_REDIS_HOST");
        if (host.isEmpty()) {
            settings.problem("REPO_REDIS_HOST", "missing", "the host of Redis with CACHE_TYPE=redis");
            return null;
        }
        if (address.map(DatabaseAddress::kind)
                .filter(DatabaseKind.POSTGRESQL::equals)
                .isEmpty()) {
            LOG.warn(
                    "CACHE_TYPE: redis is not used: only nodes on one PostgreSQL share a cache. Set CACHE_TYPE=inmemory");
            return options;
        }
        RedisOptions redis = RedisOptions.at(host.get(), port);
        return options.withRedis(
                settings.text("REPO_REDIS_PASSWORD").map(redis::withPassword).orElse(redis));
    }
}
