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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that share a truth and a Redis, which may be well or not. */
class SharedCacheTest {

    private final AtomicInteger reads = new AtomicInteger();
    private TestRedis redis;
    private Repository truth;
    private CacheOptions options;
    private CachedRepository node;

    @BeforeEach
    void open() throws Exception {
        redis = TestRedis.start();
        truth = InMemoryRepository.create(Clock.systemUTC());
        truth.mocks().save(SHOP, List.of(mock("a", "one"), mock("b", "two")));
        options = CacheOptions.defaults().withRedis(redis.options().withTimeout(Duration.ofMillis(250)));
        node = another();
        node.mocks().find(SHOP, "unknown");
        awaitRedis();
    }

    @AfterEach
    void close() throws Exception {
        node.close();
        redis.close();
    }

    @Test
    void reads_from_redis_what_another_node_has_read() throws Exception {
        shareFirst();

        try (CachedRepository other = another()) {
            int before = reads.get();
            assertThat(other.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
            assertThat(other.stores().content(SHOP, StoreId.global())).isEmpty();

            assertThat(reads).hasValue(before);
            assertThat(other.statistics().sharedHits()).isEqualTo(2);
        }
    }

    @Test
    void reads_its_own_writes_past_what_is_in_redis() throws Exception {
        shareFirst();

        node.mocks().save(SHOP, List.of(mock("a", "new")));

        assertThat(node.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
    }

    @Test
    void does_not_find_in_redis_what_was_written_since() throws Exception {
        shareFirst();
        node.mocks().save(SHOP, List.of(mock("a", "new")));
        node.mocks().delete(SHOP, List.of("b"));
        node.stores().update(SHOP, StoreId.global(), store -> {
            store.put("key", 1L);
            return null;
        });

        try (CachedRepository other = another()) {
            assertThat(other.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
            assertThat(other.mocks().find(SHOP, "b")).isEmpty();
            assertThat(other.stores().content(SHOP, StoreId.global())).containsEntry("key", 1L);
        }
    }

    @Test
    void repairs_in_redis_what_a_node_wrote_that_did_not_come_to_it() throws Exception {
        shareFirst();

        truth.mocks().save(SHOP, List.of(mock("a", "new")));
        node.changes().refresh();

        try (CachedRepository other = another()) {
            assertThat(other.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
        }
    }

    @Test
    void reads_and_writes_as_before_when_redis_dies() throws Exception {
        shareFirst();
        redis.kill();

        node.mocks().save(SHOP, List.of(mock("a", "new")));

        assertThat(node.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
        assertThat(node.mocks().find(SHOP, "b")).isPresent();
        assertThat(node.statistics().sharedFailures()).isPositive();
    }

    @Test
    void does_not_wait_long_for_a_redis_that_stopped() throws Exception {
        shareFirst();
        redis.pause();
        long start = System.nanoTime();

        for (int i = 0; i < 200; i++) {
            node.mocks().save(SHOP, List.of(mock("a", "new" + i)));
            assertThat(node.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        redis.resume();
    }

    @Test
    void serves_nothing_old_from_a_redis_that_missed_a_write_and_uses_it_again() throws Exception {
        shareFirst();
        redis.kill();
        node.mocks().save(SHOP, List.of(mock("a", "new")));
        redis.revive();
        awaitRedis();

        assertThat(node.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
        try (CachedRepository other = another()) {
            assertThat(other.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
            assertThat(other.statistics().sharedHits()).isEqualTo(1);
        }
    }

    @Test
    void opens_and_works_without_the_redis_it_was_promised() {
        RedisOptions nobody = RedisOptions.at("127.0.0.1", 1);
        try (CachedRepository alone =
                CachedRepository.over(shared(), CacheOptions.defaults().withRedis(nobody))) {
            assertThat(alone.mocks().find(SHOP, "a")).isPresent();
            alone.mocks().save(SHOP, List.of(mock("a", "new")));
            assertThat(alone.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
            assertThat(alone.name()).endsWith(" and Redis 127.0.0.1:1");
        }
    }

    /** Reads everything through the first node, so that it is in Redis. */
    private void shareFirst() {
        assertThat(node.mocks().findAll(SHOP, List.of("a", "b"))).hasSize(2);
        node.stores().content(SHOP, StoreId.global());
    }

    /** Reads what nobody has until Redis answers: a miss that is no failure. */
    private void awaitRedis() throws InterruptedException {
        Await.until("Redis answers", () -> {
            long failures = node.statistics().sharedFailures();
            try (RedisCache probe = RedisCache.of(options.redis(), System::nanoTime)) {
                probe.get(SHOP, List.of(CacheSamples.key("unknown")));
                node.mocks().find(SHOP, "unknown");
                return probe.isUsable() && node.statistics().sharedFailures() == failures;
            }
        });
    }

    private CachedRepository another() {
        return CachedRepository.over(shared(), options);
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
