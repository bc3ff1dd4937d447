package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.mock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.ChangeListener;
import io.mockarty.repository.MockFolder;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.memory.InMemoryRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedRepositoryTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean isBroken = new AtomicBoolean();
    private Repository truth;
    private CachedRepository node;

    @BeforeEach
    void open() {
        truth = InMemoryRepository.create(Clock.systemUTC());
        node = CachedRepository.over(
                Intercepted.around(truth, (method, proceed) -> {
                    if (isBroken.get()) {
                        throw new RepositoryException("truth", "on purpose");
                    }
                    if (method.equals("MockRepository.findAll") || method.equals("StoreRepository.content")) {
                        reads.incrementAndGet();
                    }
                    return proceed.call();
                }),
                CacheOptions.defaults());
        node.mocks().save(SHOP, List.of(mock("a", "one"), mock("b", "two")));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void reads_a_mock_from_the_truth_once() {
        assertThat(node.mocks().find(SHOP, "a")).isPresent();
        assertThat(node.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));

        assertThat(reads).hasValue(1);
    }

    @Test
    void reads_only_those_mocks_from_the_truth_that_it_has_not() {
        node.mocks().find(SHOP, "a");
        List<String> asked = List.of("a", "b", "a", "unknown");

        assertThat(node.mocks().findAll(SHOP, asked)).hasSize(2);
        assertThat(node.mocks().findAll(SHOP, List.of("a", "b"))).hasSize(2);

        assertThat(reads).hasValue(2);
    }

    @Test
    void reads_a_store_from_the_truth_once_even_when_it_is_empty() {
        assertThat(node.stores().content(SHOP, StoreId.global())).isEmpty();
        assertThat(node.stores().content(SHOP, StoreId.global())).isEmpty();
        assertThat(node.stores().content(SHOP, StoreId.chain("c"))).isEmpty();

        assertThat(reads).hasValue(2);
    }

    @Test
    void serves_from_memory_what_it_has_read_while_the_truth_is_out_of_reach() {
        node.mocks().find(SHOP, "a");
        isBroken.set(true);

        assertThat(node.mocks().find(SHOP, "a")).isPresent();
        assertThatThrownBy(() -> node.mocks().find(SHOP, "b"))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("truth: on purpose");
        isBroken.set(false);
    }

    @Test
    void reads_its_own_writes() {
        for (Runnable write : writes()) {
            node.mocks().save(SHOP, List.of(mock("a", "one")));
            node.mocks().find(SHOP, "a");
            node.stores().content(SHOP, StoreId.global());

            write.run();

            assertThat(node.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
            assertThat(node.stores().content(SHOP, StoreId.global()))
                    .isEqualTo(truth.stores().content(SHOP, StoreId.global()));
        }
    }

    private List<Runnable> writes() {
        Instant now = Instant.EPOCH;
        List<String> a = List.of("a");
        List<Runnable> writes = new ArrayList<>();
        writes.add(() -> node.mocks().save(SHOP, List.of(mock("a", "three"))));
        writes.add(() -> node.mocks().replace(SHOP, a, List.of(mock("c", "one"))));
        writes.add(() -> node.mocks().delete(SHOP, a));
        writes.add(() -> {
            truth.mocks().delete(SHOP, a);
            node.mocks().restore(SHOP, a);
        });
        writes.add(() -> node.mocks().purge(SHOP, a));
        writes.add(() -> node.mocks().restoreVersion(SHOP, "a", 1));
        writes.add(() -> node.mocks().label(SHOP, a, new MockLabel.Tags(List.of("t"))));
        writes.add(() -> {
            node.folders().save(SHOP, new MockFolder("f", null, "f", 0, now, now));
            node.mocks().label(SHOP, a, new MockLabel.Folder("f"));
            node.mocks().find(SHOP, "a");
            node.folders().delete(SHOP, "f");
        });
        writes.add(() -> node.stores().update(SHOP, StoreId.global(), store -> {
            store.put("key", 1L);
            return null;
        }));
        writes.add(() -> node.namespaces().delete(SHOP));
        return writes;
    }

    @Test
    void sees_what_another_node_wrote_as_soon_as_the_feed_tells() {
        try (CachedRepository other = CachedRepository.over(truth, CacheOptions.defaults())) {
            node.mocks().find(SHOP, "a");
            node.stores().content(SHOP, StoreId.global());

            other.mocks().save(SHOP, List.of(mock("a", "new")));
            other.stores().update(SHOP, StoreId.global(), store -> {
                store.put("key", 1L);
                return null;
            });
            node.changes().refresh();

            assertThat(node.mocks().find(SHOP, "a")).isEqualTo(truth.mocks().find(SHOP, "a"));
            assertThat(node.stores().content(SHOP, StoreId.global())).isEqualTo(Map.of("key", 1L));
        }
    }

    @Test
    void tells_subscribers_after_its_caches_were_invalidated() {
        List<Object> seen = new ArrayList<>();
        ChangeFeed.Subscription subscription = node.changes().subscribe(new ChangeListener() {
            @Override
            public void changed(String namespace, List<Change> changes) {
                seen.add(node.mocks().find(SHOP, "a").orElseThrow().version());
            }

            @Override
            public void reread(String namespace, long revision) {}
        });
        node.mocks().find(SHOP, "a");

        truth.mocks().save(SHOP, List.of(mock("a", "three")));
        truth.mocks().save(SHOP, List.of(mock("a", "four")));

        assertThat(seen).containsExactly(2L, 3L);
        subscription.close();
    }

    @Test
    void drops_a_namespace_that_is_to_be_read_again_before_it_tells() {
        node.mocks().find(SHOP, "a");
        node.stores().content(SHOP, StoreId.global());
        AtomicInteger told = new AtomicInteger();
        node.changes().subscribe(new ChangeListener() {
            @Override
            public void changed(String namespace, List<Change> changes) {}

            @Override
            public void reread(String namespace, long revision) {
                assertThat(node.statistics().entries()).isZero();
                told.incrementAndGet();
            }
        });

        ((ChangeListener) node.changes()).reread(SHOP, 7);

        assertThat(told).hasValue(1);
    }

    @Test
    void counts_hits_misses_and_bytes() {
        node.mocks().find(SHOP, "a");
        node.mocks().find(SHOP, "a");
        node.mocks().find(SHOP, "a");
        node.mocks().find(SHOP, "unknown");

        CacheStatistics statistics = node.statistics();

        assertThat(statistics.localHits()).isEqualTo(2);
        assertThat(statistics.localMisses()).isEqualTo(2);
        assertThat(statistics.entries()).isEqualTo(1);
        assertThat(statistics.bytes()).isBetween(200L, 5_000L);
        assertThat(statistics.sharedHits() + statistics.sharedMisses() + statistics.sharedFailures())
                .isZero();
    }

    @Test
    void is_called_after_the_truth() {
        assertThat(node.name()).isEqualTo(truth.name() + " behind 200 MB of memory");
    }
}
