package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.mock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.memory.InMemoryRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that share a truth and a Redis, which may be well or not. */
class SharedCacheTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private TestRedis redis;
    private Repository truth;
    private CacheOptions options;
    private CachedRepository writer;
    private CachedRepository reader;

    @BeforeEach
    void open() throws Exception {
        redis = TestRedis.start();
        truth = InMemoryRepository.create(Clock.systemUTC());
        truth.mocks().save(SHOP, List.of(mock("a", "one"), mock("b", "two")));
        options = CacheOptions.defaults().withRedis(redis.options().withTimeout(Duration.ofMillis(250)));
        writer = node();
        reader = node();
        awaitRedis(writer);
        awaitRedis(reader);
        writer.mocks().findAll(SHOP, List.of("a", "b"));
        writer.stores().content(SHOP, StoreId.global());
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        reader.close();
        redis.close();
    }

    @Test
    void reads_from_redis_what_another_node_has_read() {
        int before = reads.get();

        assertThat(reader.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
        assertThat(reader.stores().content(SHOP, StoreId.global())).isEmpty();

        assertThat(reads).hasValue(before);
        assertThat(reader.statistics().sharedHits()).isEqualTo(2);
    }

    @Test
    void reads_its_own_writes_past_what_is_in_redis() {
        writer.mocks().save(SHOP, List.of(mock("a", "new")));

        assertThatIsNew(writer);
    }

    @Test
    void does_not_find_in_redis_what_was_written_since() {
        writer.mocks().save(SHOP, List.of(mock("a", "new")));
        writer.mocks().delete(SHOP, List.of("b"));
        writer.stores().update(SHOP, StoreId.global(), store -> {
            store.put("key", 1L);
            return null;
        });

        assertThatIsNew(reader);
        assertThat(reader.mocks().find(SHOP, "b")).isEmpty();
        assertThat(reader.stores().content(SHOP, StoreId.global())).containsEntry("key", 1L);
    }

    @Test
    void takes_from_redis_what_was_written_through_no_cache() {
        truth.mocks().save(SHOP, List.of(mock("a", "new")));
        writer.changes().refresh();
        reader.changes().refresh();

        assertThatIsNew(reader);
    }

    @Test
    void trusts_nothing_in_redis_that_is_older_than_the_node() {
        writer.close();
        reader.close();
        truth.mocks().save(SHOP, List.of(mock("a", "new")));

        try (CachedRepository late = node()) {
            assertThatIsNew(late);
        }
    }

    @Test
    void trusts_what_is_in_redis_when_nothing_was_written_since() {
        int before = reads.get();

        try (CachedRepository late = node()) {
            assertThat(late.mocks().find(SHOP, "a")).isPresent();
        }

        assertThat(reads).hasValue(before);
    }

    @Test
    void reads_and_writes_as_before_when_redis_dies() throws Exception {
        redis.kill();

        writer.mocks().save(SHOP, List.of(mock("a", "new")));

        assertThatIsNew(writer);
        assertThatIsNew(reader);
        assertThat(reader.mocks().find(SHOP, "b")).isPresent();
        assertThat(reader.statistics().sharedFailures()).isPositive();
    }

    @Test
    void does_not_wait_long_for_a_redis_that_stopped() throws Exception {
        redis.pause();
        long start = System.nanoTime();

        for (int i = 0; i < 200; i++) {
            writer.mocks().save(SHOP, List.of(mock("a", "new" + i)));
            assertThatIsNew(writer);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        redis.resume();
    }

    @Test
    void serves_nothing_old_from_a_redis_that_missed_a_write_and_uses_it_again() throws Exception {
        redis.kill();
        writer.mocks().save(SHOP, List.of(mock("a", "new")));
        redis.revive();

        try (CachedRepository late = node()) {
            assertThatIsNew(late);
        }
        awaitRedis(reader);
        assertThatIsNew(reader);
        assertThat(reader.statistics().sharedHits()).isEqualTo(1);
        awaitRedis(writer);
        assertThatIsNew(writer);
        assertThat(writer.statistics().sharedHits()).isEqualTo(1);
    }

    @Test
    void keeps_what_came_from_redis_no_longer_than_redis_does() throws Exception {
        CacheOptions brief = CacheOptions.defaults()
                .withRedis(options.redis().withKeyPrefix("brief:").withTimeToLive(Duration.ofMillis(50)));
        try (CachedRepository node = CachedRepository.over(shared(), brief)) {
            node.mocks().find(SHOP, "a");
            int before = reads.get();

            Await.until("the truth is read again", () -> {
                node.mocks().find(SHOP, "a");
                return reads.get() > before;
            });
        }
    }

    @Test
    void opens_and_works_without_the_redis_it_was_promised() {
        RedisOptions nobody = RedisOptions.at("127.0.0.1", 1);
        try (CachedRepository alone =
                CachedRepository.over(shared(), CacheOptions.defaults().withRedis(nobody))) {
            assertThat(alone.mocks().find(SHOP, "a")).isPresent();
            alone.mocks().save(SHOP, List.of(mock("a", "new")));
            assertThatIsNew(alone);
            assertThat(alone.name()).endsWith(" and Redis 127.0.0.1:1");
        }
    }

    private void assertThatIsNew(Repository repository) {
        assertThat(repository.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
    }

    /** Reads what nobody has, until Redis answers. */
    private void awaitRedis(CachedRepository node) throws InterruptedException {
        Await.until("Redis answers", () -> {
            nanoTime.addAndGet(PAUSE.toNanos());
            long failures = node.statistics().sharedFailures();
            node.mocks().find(SHOP, "unknown");
            return node.statistics().sharedFailures() == failures;
        });
    }

    private CachedRepository node() {
        RedisCache cache = RedisCache.of(options.redis(), nanoTime::get);
        return new CachedRepository(shared(), options, LocalCache.of(options), cache);
    }

    /** The truth, which outlives the nodes and counts what they read. */
    private Repository shared() {
        return Intercepted.around(truth, (method, proceed) -> {
            if (method.equals("Repository.close")) {
                return null;
            }
            if (method.equals("MockRepository.findAll") || method.equals("StoreRepository.content")) {
                reads.incrementAndGet();
            }
            return proceed.call();
        });
    }
}
