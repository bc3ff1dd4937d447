package io.mockarty.repository.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/**
 * The cache in Redis. Each value and each invalidation is a key with a revision; scripts compare it, so the order in
 * which nodes reach Redis does not matter. A namespace has a floor, the revision that its values must have reached.
 */
final class RedisCache implements SharedCache {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCache.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 16;

    /** How many keys one command names, and how many characters of values it carries, so that it ends in time. */
    private static final int BATCH_KEYS = 100;

    private static final int BATCH_CHARS = 1 << 20;

    /** Values that are longer are not shared. */
    private static final int MAX_CHARS = 1 << 18;

    /** From this many keys on, an invalidation is one of the whole namespace. */
    private static final int MANY_KEYS = 1_000;

    private final RedisOptions options;
    private final RedisKeys names;
    private final RedisClient client;
    private final CircuitBreaker breaker;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** Namespaces with invalidations that did not reach Redis, and the floor each needs before Redis is read again. */
    private final Map<String, Long> missed = new ConcurrentHashMap<>();

    private RedisCache(RedisOptions options, RedisClient client, LongSupplier nanoTime) {
        this.options = options;
        this.client = client;
        names = new RedisKeys(options.keyPrefix());
        breaker = new CircuitBreaker(PAUSE, nanoTime);
    }

    /** Makes the cache; it connects when first used. */
    static RedisCache of(RedisOptions options, LongSupplier nanoTime) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(options.timeout());
        pool.setTestWhileIdle(false);
        pool.setJmxEnabled(false);
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder()
                .timeoutMillis(Math.toIntExact(options.timeout().toMillis()))
                .user(options.user())
                .password(options.password())
                .database(options.database())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .serverDefaultProtocol()
                .build();
        RedisClient client = RedisClient.builder()
                .hostAndPort(options.host(), options.port())
                .clientConfig(config)
                .poolConfig(pool)
                .build();
        return new RedisCache(options, client, nanoTime);
    }

    @Override
    public boolean isUsable() {
        return !breaker.isOpen();
    }

    @Override
    public Map<CacheKey, CacheValue> get(String namespace, List<CacheKey> keys) {
        Map<CacheKey, CacheValue> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += BATCH_KEYS) {
            List<CacheKey> batch = keys.subList(from, Math.min(from + BATCH_KEYS, keys.size()));
            List<String> called = new ArrayList<>(names.of(batch));
            called.add(names.floor(namespace));
            attempt(redis -> redis.mget(called.toArray(String[]::new))).ifPresent(texts -> read(batch, texts, found));
        }
        hits.add(found.size());
        misses.add(keys.size() - found.size());
        return found;
    }

    private void read(List<CacheKey> keys, List<@Nullable String> texts, Map<CacheKey, CacheValue> found) {
        Revised floor = revised(names.floor(keys.get(0).namespace()), texts.get(keys.size()));
        for (int i = 0; floor != null && i < keys.size(); i++) {
            CacheKey key = keys.get(i);
            Revised revised = revised(names.of(key), texts.get(i));
            if (revised != null && !revised.isTombstone() && revised.revision() >= floor.revision()) {
                CacheValue value = value(key, revised.value());
                if (value != null) {
                    found.put(key, value);
                }
            }
        }
    }

    private @Nullable Revised revised(String name, @Nullable String text) {
        try {
            return Revised.parse(text);
        } catch (IllegalArgumentException e) {
            discard(name, e);
            return null;
        }
    }

    private @Nullable CacheValue value(CacheKey key, String text) {
        try {
            return CacheValue.read(key, text);
        } catch (IllegalArgumentException e) {
            discard(names.of(key), e);
            return null;
        }
    }

    private void discard(String name, Exception problem) {
        failures.increment();
        LOG.debug("{}: not a value of this cache, removed", name, problem);
        attempt(redis -> redis.del(name));
    }

    @Override
    public void put(String namespace, long revision, Map<CacheKey, CacheValue> values) {
        List<String> keys = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int chars = 0;
        for (Map.Entry<CacheKey, CacheValue> entry : values.entrySet()) {
            String text = entry.getValue().text();
            if (text.length() > MAX_CHARS) {
                continue;
            }
            if (keys.size() == BATCH_KEYS || chars + text.length() > BATCH_CHARS) {
                put(namespace, revision, keys, texts);
                keys.clear();
                texts.clear();
                chars = 0;
            }
            keys.add(names.of(entry.getKey()));
            texts.add(text);
            chars += text.length();
        }
        if (!keys.isEmpty()) {
            put(namespace, revision, keys, texts);
        }
    }

    private void put(String namespace, long revision, List<String> keys, List<String> texts) {
        List<String> called = new ArrayList<>(List.of(names.floor(namespace)));
        called.addAll(keys);
        List<String> arguments = arguments(revision);
        arguments.addAll(texts);
        attempt(redis -> redis.eval(Revised.PUT, called, arguments));
    }

    @Override
    public void invalidate(String namespace, LongSupplier revision, Collection<CacheKey> keys) {
        if (keys.size() >= MANY_KEYS) {
            invalidateAll(namespace, revision);
        } else if (!keys.isEmpty()) {
            bury(namespace, revision.getAsLong(), names.of(keys));
        }
    }

    @Override
    public void invalidateAll(String namespace, LongSupplier revision) {
        bury(namespace, revision.getAsLong(), List.of(names.floor(namespace)));
    }

    private void bury(String namespace, long revision, List<String> keys) {
        if (attempt(redis -> redis.eval(Revised.BURY, keys, arguments(revision)))
                .isEmpty()) {
            missed.merge(namespace, revision, Math::max);
        }
    }

    private List<String> arguments(long revision) {
        long millis = options.timeToLive().toMillis();
        return new ArrayList<>(List.of(Long.toString(revision), Long.toString(millis)));
    }

    /** Makes up for invalidations that did not reach Redis. */
    private void catchUp() {
        missed.forEach((namespace, revision) -> {
            client.eval(Revised.BURY, List.of(names.floor(namespace)), arguments(revision));
            missed.remove(namespace, revision);
        });
    }

    /** Runs a command; empty when it was not tried or failed, whatever the reason: Redis is only a cache. */
    private <T> Optional<T> attempt(Function<RedisClient, T> command) {
        if (!breaker.allows()) {
            return Optional.empty();
        }
        try {
            catchUp();
            T answer = command.apply(client);
            if (breaker.succeeded()) {
                LOG.info("Redis {}:{} answers again", options.host(), options.port());
            }
            return Optional.of(answer);
        } catch (RuntimeException e) {
            failures.increment();
            if (breaker.failed()) {
                client.getPool().clear();
                LOG.warn("Redis {}:{} is skipped until it answers: {}", options.host(), options.port(), masked(e));
            }
            return Optional.empty();
        }
    }

    private String masked(RuntimeException problem) {
        String password = options.password();
        String text = problem.toString();
        return password == null || password.isEmpty() ? text : text.replace(password, "***");
    }

    @Override
    public Counts counts() {
        return new Counts(hits.sum(), misses.sum(), failures.sum());
    }

    @Override
    public void close() {
        client.close();
    }
}
