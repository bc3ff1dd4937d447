package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.mock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoredMock;
import io.mockarty.repository.memory.InMemoryRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that is slow never puts what it read over what was written meanwhile. */
abstract class StaleReadContract {

    private static final Set<String> READS = Set.of("MockRepository.findAll", "StoreRepository.content");

    private final Gate gate = new Gate();
    private Repository truth;
    private CachedRepository node;
    private CachedRepository other;

    abstract CacheOptions options();

    @BeforeEach
    void open() {
        truth = InMemoryRepository.create(Clock.systemUTC());
        truth.mocks().save(SHOP, List.of(mock("a", "old")));
        putIntoStore(truth, "old");
        CacheOptions options = options();
        node = CachedRepository.over(
                Intercepted.around(truth, (method, proceed) -> {
                    Object result = proceed.call();
                    if (READS.contains(method)) {
                        gate.pass();
                    }
                    return result;
                }),
                options);
        other = CachedRepository.over(truth, options);
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    @Test
    void serves_a_mock_that_was_saved_while_a_reader_held_the_old_one() throws Exception {
        whileReading(() -> payload(node), () -> node.mocks().save(SHOP, List.of(mock("a", "new"))));

        assertThat(payload(node)).isEqualTo("new");
    }

    @Test
    void serves_no_mock_that_was_deleted_while_a_reader_held_it() throws Exception {
        whileReading(() -> payload(node), () -> node.mocks().delete(SHOP, List.of("a")));

        assertThat(payload(node)).isEqualTo("none");
    }

    @Test
    void serves_a_store_that_was_written_while_a_reader_held_the_old_one() throws Exception {
        whileReading(() -> stored(node), () -> putIntoStore(node, "new"));

        assertThat(stored(node)).isEqualTo("new");
    }

    @Test
    void serves_nothing_of_a_namespace_that_was_removed_while_a_reader_held_it() throws Exception {
        whileReading(() -> payload(node), () -> node.namespaces().delete(SHOP));

        assertThat(payload(node)).isEqualTo("none");
        assertThat(stored(node)).isEqualTo("none");
    }

    @Test
    void serves_a_mock_that_another_node_saved_while_a_reader_held_the_old_one() throws Exception {
        whileReading(() -> payload(node), () -> other.mocks().save(SHOP, List.of(mock("a", "new"))));

        assertThat(payload(node)).isEqualTo("new");
        assertThat(payload(other)).isEqualTo("new");
    }

    @Test
    void serves_a_store_that_another_node_wrote_while_a_reader_held_the_old_one() throws Exception {
        whileReading(() -> stored(node), () -> putIntoStore(other, "new"));

        assertThat(stored(node)).isEqualTo("new");
        assertThat(stored(other)).isEqualTo("new");
    }

    @Test
    void serves_what_was_written_past_all_caches_while_a_reader_held_the_old_one() throws Exception {
        whileReading(() -> payload(node), () -> truth.mocks().save(SHOP, List.of(mock("a", "new"))));

        assertThat(payload(node)).isEqualTo("new");
        assertThat(payload(other)).isEqualTo("new");
    }

    @Test
    void keeps_the_new_mock_that_a_faster_reader_put_before_the_slow_one() throws Exception {
        whileReading(() -> payload(node), () -> {
            node.mocks().save(SHOP, List.of(mock("a", "new")));
            assertThat(payload(node)).isEqualTo("new");
        });

        assertThat(payload(node)).isEqualTo("new");
        assertThat(payload(other)).isEqualTo("new");
    }

    /** Writes while a reader holds what it read from the truth and has not cached yet. */
    private void whileReading(Supplier<String> read, Runnable write) throws Exception {
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(read);
        gate.awaitSomebody();
        write.run();
        gate.open();
        assertThat(reader.get(15, TimeUnit.SECONDS))
                .as("what the slow reader got")
                .isEqualTo("old");
    }

    private static String payload(Repository repository) {
        return repository
                .mocks()
                .find(SHOP, "a")
                .map(StoredMock::document)
                .map(mock -> String.valueOf(mock.response().payload()))
                .orElse("none");
    }

    private static String stored(Repository repository) {
        Map<String, Object> content = repository.stores().content(SHOP, StoreId.global());
        return String.valueOf(content.getOrDefault("key", "none"));
    }

    private static void putIntoStore(Repository repository, String value) {
        Consumer<Repository> write = it -> it.stores().update(SHOP, StoreId.global(), store -> {
            store.put("key", value);
            return null;
        });
        write.accept(repository);
    }
}
