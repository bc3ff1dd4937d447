package io.mockarty.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.Mock;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.cache.CacheOptions;
import io.mockarty.repository.cache.CachedRepository;
import io.mockarty.repository.memory.InMemoryRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepositoriesTest {

    private static final String SHOP = "shop";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path directory;

    static Stream<Repositories> all() {
        return Stream.of(
                Repositories.inMemory(),
                Repositories.h2InMemory(),
                Repositories.h2(directory.resolve("h2")),
                Repositories.sqlite(directory.resolve("sqlite.db")),
                Repositories.jdbc(h2("recipes")),
                Repositories.of(InMemoryRepository.create(CLOCK)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void opens_what_was_chosen(Repositories repositories) {
        try (RepositoryStack stack = repositories.open(CLOCK)) {
            save(stack, "a");

            assertThat(stack.mocks().find(SHOP, "a")).isPresent();
            assertThat(stack.cacheStatistics()).isEmpty();
            assertThat(stack.name()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void puts_a_cache_before_it(Repositories repositories) {
        try (RepositoryStack stack = repositories.cached().open(CLOCK)) {
            save(stack, "a");
            stack.changes().refresh();
            stack.mocks().find(SHOP, "a");
            stack.mocks().find(SHOP, "a");

            assertThat(stack.cacheStatistics().orElseThrow().localHits()).isPositive();
            assertThat(stack.name()).endsWith(" behind 200 MB of memory");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void refuses_to_write_to_stores_that_are_read_only(Repositories repositories) {
        try (RepositoryStack stack = repositories.readOnlyStores().open(CLOCK)) {
            assertThatThrownBy(() -> write(stack, "key"))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessage(stack.name() + ": store global of shop is read-only, key was not written (expected: a"
                            + " node with STORE_MODE=read_write)");
            assertThat(stack.stores().content(SHOP, StoreId.global())).isEmpty();
        }
    }

    @Test
    void reads_stores_that_are_read_only() {
        Repository repository = InMemoryRepository.create(CLOCK);
        write(repository, "key");
        try (RepositoryStack stack =
                Repositories.of(repository).readOnlyStores().open(CLOCK)) {
            assertThat(stack.stores().content(SHOP, StoreId.global())).isEqualTo(Map.of("key", "value"));
            String read = stack.stores().update(SHOP, StoreId.global(), store -> {
                assertThat(store.has("key")).isTrue();
                assertThat(store.content()).containsOnlyKeys("key");
                return String.valueOf(store.get("key"));
            });
            assertThat(read).isEqualTo("value");
            assertThatThrownBy(() ->
                            stack.stores().<Boolean>update(SHOP, StoreId.chain("c"), store -> store.remove("key")))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("store chain:c of shop is read-only");
        }
    }

    @Test
    void opens_another_repository_in_memory_each_time() {
        Repositories repositories = Repositories.inMemory();
        try (RepositoryStack first = repositories.open(CLOCK);
                RepositoryStack second = repositories.open(CLOCK)) {
            save(first, "a");

            assertThat(second.mocks().find(SHOP, "a")).isEmpty();
        }
    }

    @Test
    void finds_in_a_file_what_was_written_before() {
        Repositories repositories =
                Repositories.sqlite(directory.resolve("again.db")).cached();
        try (RepositoryStack stack = repositories.open(CLOCK)) {
            save(stack, "a");
        }

        try (RepositoryStack stack = repositories.open(CLOCK)) {
            assertThat(stack.mocks().find(SHOP, "a")).isPresent();
        }
    }

    @Test
    void leaves_a_repository_open_that_was_open_before() {
        Repository repository = InMemoryRepository.create(CLOCK);
        try (RepositoryStack stack = Repositories.of(repository).cached().open(CLOCK)) {
            save(stack, "a");
        }

        assertThat(repository.mocks().find(SHOP, "a")).isPresent();
    }

    @Test
    void leaves_a_data_source_open() throws Exception {
        JdbcDataSource source = h2("left-open");
        Repositories.jdbc(source).open(CLOCK).close();

        try (var connection = source.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void says_which_directory_is_missing() {
        Path file = directory.resolve("missing").resolve("mocks.db");

        assertThatThrownBy(() -> Repositories.sqlite(file).cached().open(CLOCK))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("no directory");
    }

    @Test
    void changes_nothing_in_the_recipe_it_came_from() {
        Repositories plain = Repositories.inMemory();
        String before = plain.toString();
        plain.cached().readOnlyStores().logLimit(7).syncInterval(Duration.ofMinutes(1));

        assertThat(plain).hasToString(before);
        assertThat(plain.cached(new CacheOptions(5, null)).readOnlyStores().logLimit(7))
                .hasToString("memory behind CacheOptions[maxMegabytes=5, redis=null] with read-only stores, 7 requests"
                        + " for each mock, looked at every PT30S");
    }

    @Test
    void says_what_is_wrong_with_a_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Repositories.inMemory().logLimit(-1))
                .withMessage("logLimit: -1 (expected: at least 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Repositories.inMemory().syncInterval(Duration.ZERO))
                .withMessage("syncInterval: PT0S (expected: more than 0)");
    }

    @Test
    void shows_no_password_of_a_data_source() {
        assertThat(Repositories.jdbc(h2("secret")).toString())
                .startsWith("data source, ")
                .doesNotContain("s3cret");
    }

    @Test
    void takes_a_stack_of_caches_for_a_repository() {
        Repository own = CachedRepository.over(InMemoryRepository.create(CLOCK), CacheOptions.defaults());
        try (RepositoryStack stack = Repositories.of(own).open(CLOCK)) {
            save(stack, "a");
            assertThat(own.mocks().find(SHOP, "a")).isPresent();
        }
        own.close();
    }

    private static JdbcDataSource h2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        source.setPassword("s3cret");
        return source;
    }

    private static void save(Repository repository, String id) {
        repository.mocks().save(SHOP, List.of(Mock.fromJson("""
                {"id": "%s", "http": {"route": "/a"}, "response": {}}""".formatted(id))));
    }

    private static void write(Repository repository, String key) {
        repository.stores().update(SHOP, StoreId.global(), store -> {
            store.put(key, "value");
            return null;
        });
    }
}
