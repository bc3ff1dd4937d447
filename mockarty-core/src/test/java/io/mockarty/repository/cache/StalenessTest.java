package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.mock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.jdbc.JdbcOptions;
import io.mockarty.repository.jdbc.JdbcRepository;
import io.mockarty.repository.memory.InMemoryRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How old what two nodes with caches serve can be. */
class StalenessTest {

    private static TestRedis redis;

    private final AtomicLong written = new AtomicLong();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Test
    void serves_what_another_node_wrote_within_a_second(@TempDir Path directory) throws Exception {
        DatabaseAddress address = DatabaseAddress.sqlite(directory.resolve("mocks.db"));
        CacheOptions options = options();
        try (Repository writer = CachedRepository.over(open(address), options);
                Repository reader = CachedRepository.over(open(address), options)) {
            for (long version = 1; version <= 10; version++) {
                long expected = version;
                writer.mocks().save(SHOP, List.of(mock("a", "v" + version)));
                long start = System.nanoTime();

                Await.until("the reader serves version " + version, () -> version(reader) == expected);

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    /** The feed of a repository in memory tells before a write returns, so from then on nobody may see less. */
    @Test
    void never_serves_less_than_was_written_before_the_read_began() throws Exception {
        Repository truth = InMemoryRepository.create(Clock.systemUTC());
        CacheOptions options = options();
        List<CachedRepository> nodes =
                List.of(CachedRepository.over(truth, options), CachedRepository.over(truth, options));
        nodes.get(0).mocks().save(SHOP, List.of(mock("a", "first")));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> writers = new ArrayList<>();
            List<Future<?>> readers = new ArrayList<>();
            for (CachedRepository node : nodes) {
                writers.add(threads.submit(() -> write(node)));
                readers.add(threads.submit(() -> read(node)));
                readers.add(threads.submit(() -> read(node)));
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            isOver.set(true);
            for (Future<?> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
        } finally {
            isOver.set(true);
            threads.shutdownNow();
            nodes.forEach(CachedRepository::close);
        }
        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.statistics().localHits()).isPositive());
    }

    private void write(CachedRepository node) {
        for (int i = 0; i < 500; i++) {
            StoredMock saved =
                    node.mocks().save(SHOP, List.of(mock("a", "next"))).get(0);
            written.accumulateAndGet(saved.version(), Math::max);
        }
    }

    private void read(CachedRepository node) {
        while (!isOver.get()) {
            long before = written.get();
            assertThat(version(node)).isGreaterThanOrEqualTo(before);
        }
    }

    private static long version(Repository node) {
        return node.mocks().find(SHOP, "a").map(StoredMock::version).orElse(0L);
    }

    private static CacheOptions options() {
        return CacheOptions.defaults().withRedis(redis.options().withTimeout(Duration.ofSeconds(2)));
    }

    private static Repository open(DatabaseAddress address) {
        return JdbcRepository.open(Database.open(address), JdbcOptions.defaults());
    }
}
