package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.kit.Recorder;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that ends connections is reached again, and nothing is lost or done twice. */
class PostgresConnectionLossTest {

    private static Postgres postgres;

    private JdbcRepository node;
    private JdbcRepository other;

    @BeforeAll
    static void start_postgresql() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop_postgresql() {
        postgres.close();
    }

    @BeforeEach
    void open() throws SQLException {
        DatabaseAddress address = postgres.newSchema();
        node = JdbcRepository.open(Database.open(address), JdbcOptions.defaults());
        other = JdbcRepository.open(Database.open(address), JdbcOptions.defaults());
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    @Test
    void runs_a_store_update_again_when_its_connection_is_lost() {
        AtomicInteger runs = new AtomicInteger();
        Mocks.put(node, "n", 1L);

        long next = node.stores().update(Mocks.SHOP, StoreId.global(), store -> {
            long n = 1 + (Long) store.get("n");
            if (runs.incrementAndGet() == 1) {
                endTransactions();
            }
            store.put("n", n);
            return n;
        });

        assertThat(next).isEqualTo(2);
        assertThat(runs).hasValue(2);
        assertThat(Mocks.get(node, "n")).isEqualTo(2L);
    }

    @Test
    void gives_up_on_a_connection_that_is_always_lost() {
        Mocks.put(node, "n", 1L);

        assertThatThrownBy(() -> node.stores().<Object>update(Mocks.SHOP, StoreId.global(), store -> {
                    store.get("n");
                    endTransactions();
                    store.put("n", 2L);
                    return 2L;
                }))
                .isInstanceOf(RepositoryException.class)
                .hasMessageStartingWith("PostgreSQL at localhost:" + postgres.port() + "/postgres: ")
                .hasMessageContaining("expected: a database that can be reached");
        assertThat(Mocks.get(node, "n")).isEqualTo(1L);
    }

    @Test
    void tells_every_change_although_the_connection_for_notifications_is_lost() throws Exception {
        Recorder recorder = new Recorder();
        try (ChangeFeed.Subscription subscription = node.changes().subscribe(recorder)) {
            for (int i = 0; i < 20; i++) {
                Mocks.save(other, "m" + i);
                if (i % 5 == 2) {
                    postgres.execute(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
                }
            }

            recorder.await(
                    changes -> changes.stream().anyMatch(change -> change.id().equals("m19")));
            recorder.assertOrderly();
            assertThat(recorder.revisions(Mocks.SHOP)).hasSize(20);
        }
    }

    @Test
    void listens_again_after_the_connection_for_notifications_was_lost() throws Exception {
        Recorder recorder = new Recorder();
        try (ChangeFeed.Subscription subscription = node.changes().subscribe(recorder)) {
            Eventually.await("both nodes listen", () -> postgres.listeners() == 2);
            postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
            Eventually.await("both nodes listen again", () -> postgres.listeners() == 2);

            Mocks.save(other, "a");

            // Without a notification it would take the interval of 30 seconds.
            recorder.await(
                    changes -> changes.stream().anyMatch(change -> change.id().equals("a")));
        }
    }

    private static void endTransactions() {
        try {
            postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state LIKE 'idle in%'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
