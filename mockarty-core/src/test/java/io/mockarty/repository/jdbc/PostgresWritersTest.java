package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.StoreId;
import io.mockarty.repository.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More threads write than there are connections, and each needs a second one meanwhile. */
class PostgresWritersTest {

    private static final int THREADS = 32;
    private static final int UPDATES = 5;
    private static final long PATIENCE_SECONDS = 60;

    private static Postgres postgres;

    @BeforeAll
    static void start_postgresql() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop_postgresql() {
        postgres.close();
    }

    @Test
    void reads_another_store_while_many_threads_update_one_namespace() throws Exception {
        assertThatAllUpdate(1);
    }

    @Test
    void reads_another_store_while_many_threads_update_namespaces_of_their_own() throws Exception {
        assertThatAllUpdate(THREADS);
    }

    private static void assertThatAllUpdate(int namespaces) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (JdbcRepository repository =
                JdbcRepository.open(Database.open(postgres.newSchema()), JdbcOptions.defaults())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String namespace = "n" + i % namespaces;
                running.add(threads.submit(() -> {
                    for (int n = 0; n < UPDATES; n++) {
                        count(repository, namespace);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }

            for (int i = 0; i < namespaces; i++) {
                assertThat(repository.stores().content("n" + i, StoreId.chain("c")))
                        .containsEntry("n", (long) UPDATES * THREADS / namespaces);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void count(JdbcRepository repository, String namespace) {
        repository.stores().<Object>update(namespace, StoreId.chain("c"), store -> {
            long next = 1 + (Long) Objects.requireNonNullElse(store.get("n"), 0L);
            assertThat(repository.stores().content(namespace, StoreId.global())).isEmpty();
            store.put("n", next);
            return next;
        });
    }
}
