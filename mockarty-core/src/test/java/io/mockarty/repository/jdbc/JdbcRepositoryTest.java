package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeListener;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.kit.Recorder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcRepositoryTest {

    @TempDir
    Path directory;

    @Test
    void keeps_everything_in_the_file_when_it_is_closed() {
        for (DatabaseAddress address : List.of(
                DatabaseAddress.sqlite(directory.resolve("x.db")), DatabaseAddress.h2(directory.resolve("x")))) {
            try (JdbcRepository repository = open(address)) {
                Mocks.save(repository, "a");
                Mocks.put(repository, "key", 1L);
            }

            try (JdbcRepository again = open(address)) {
                assertThat(again.mocks().find(Mocks.SHOP, "a")).isPresent();
                assertThat(Mocks.get(again, "key")).isEqualTo(1L);
                assertThat(again).hasToString(address.toString());
            }
        }
    }

    @Test
    void saves_and_reads_ten_thousand_mocks_at_once() {
        try (JdbcRepository repository = open(DatabaseAddress.sqlite(directory.resolve("x.db")))) {
            Recorder recorder = new Recorder();
            repository.changes().subscribe(recorder);
            repository
                    .mocks()
                    .replace(
                            Mocks.SHOP,
                            List.of(),
                            IntStream.range(0, 10_000)
                                    .mapToObj(i -> Mocks.mock("m" + i))
                                    .toList());

            List<String> ids = new ArrayList<>();
            repository.mocks().readAll(Mocks.SHOP, mock -> ids.add(mock.id()));
            repository.changes().refresh();

            assertThat(ids).hasSize(10_000).startsWith("m0").endsWith("m9999");
            assertThat(recorder.changes()).hasSize(10_001);
        }
    }

    @Test
    void survives_an_interrupted_thread() throws InterruptedException {
        try (JdbcRepository repository = open(DatabaseAddress.h2(directory.resolve("x")))) {
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 20; i++) {
                    Thread.currentThread().interrupt();
                    writeIfPossible(repository, "m" + i);
                }
            });
            writer.start();
            writer.join();

            Mocks.save(repository, "after");

            assertThat(repository.mocks().find(Mocks.SHOP, "after")).isPresent();
        }
    }

    private static void writeIfPossible(JdbcRepository repository, String id) {
        try {
            Mocks.save(repository, id);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("H2 ");
        }
    }

    @Test
    void tells_a_listener_to_read_again_when_changes_were_pruned() throws SQLException {
        Database database = Database.open(DatabaseAddress.h2InMemory());
        try (JdbcRepository repository =
                        JdbcRepository.open(database, JdbcOptions.defaults().withPollInterval(Duration.ofHours(1)));
                JdbcRepository other =
                        JdbcRepository.open(Database.of(database.dataSource()), JdbcOptions.defaults())) {
            List<Long> reread = new ArrayList<>();
            repository.changes().subscribe(new ChangeListener() {
                @Override
                public void changed(String namespace, List<Change> changes) {
                    throw new AssertionError("told " + changes);
                }

                @Override
                public void reread(String namespace, long revision) {
                    reread.add(revision);
                }
            });
            Mocks.save(other, "a");
            Mocks.save(other, "b");
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM changes WHERE revision = 1");
            }

            repository.changes().refresh();

            assertThat(reread).containsExactly(2L);
        }
    }

    @Test
    void prunes_changes_that_nobody_will_ask_for() throws SQLException {
        Database database = Database.open(DatabaseAddress.h2InMemory());
        try (JdbcRepository repository = JdbcRepository.open(database, JdbcOptions.defaults())) {
            Mocks.save(repository, "a");
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                long next = Write.KEPT_REVISIONS + 1_000L;
                statement.execute("UPDATE namespaces SET revision = " + (next - 1));

                Mocks.save(repository, "b");

                try (var changes = statement.executeQuery("SELECT min(revision) FROM changes")) {
                    changes.next();
                    assertThat(changes.getLong(1)).isEqualTo(next);
                }
            }
        }
    }

    @Test
    void gives_back_a_connection_that_fails_at_once() {
        BrokenConnections connections = new BrokenConnections("broken");
        try (JdbcRepository repository = JdbcRepository.open(
                Database.of(connections), JdbcOptions.defaults().withPollInterval(Duration.ofHours(1)))) {
            Mocks.save(repository, "a");
            connections.breakAll();

            assertThatThrownBy(() -> Mocks.save(repository, "b"))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("broken");
        }
        assertThat(connections.open()).isZero();
    }

    @Test
    void tells_on_after_a_listener_failed_with_an_error() throws InterruptedException {
        try (JdbcRepository repository = open(DatabaseAddress.h2InMemory())) {
            Recorder recorder = new Recorder();
            repository.changes().subscribe(new ChangeListener() {
                @Override
                public void changed(String namespace, List<Change> changes) {
                    throw new AssertionError("on purpose");
                }

                @Override
                public void reread(String namespace, long revision) {}
            });
            repository.changes().subscribe(recorder);

            for (String id : List.of("a", "b")) {
                Mocks.save(repository, id);
                recorder.await(changes ->
                        changes.stream().anyMatch(change -> change.id().equals(id)));
            }
        }
    }

    @Test
    void sees_what_others_write_while_it_writes_all_the_time() throws InterruptedException {
        Database database = Database.open(DatabaseAddress.h2InMemory());
        AtomicBoolean isDone = new AtomicBoolean();
        try (JdbcRepository repository = JdbcRepository.open(database, JdbcOptions.defaults());
                JdbcRepository other =
                        JdbcRepository.open(Database.of(database.dataSource()), JdbcOptions.defaults())) {
            Recorder recorder = new Recorder();
            repository.changes().subscribe(recorder);
            Thread busy = new Thread(() -> {
                while (!isDone.get()) {
                    Mocks.put(repository, "key", System.nanoTime());
                }
            });
            busy.start();
            try {
                recorder.await(changes -> !changes.isEmpty());
                other.namespaces().create("elsewhere");

                recorder.await(changes ->
                        changes.stream().anyMatch(change -> change.id().equals("elsewhere")));
            } finally {
                isDone.set(true);
                busy.join();
            }
        }
    }

    @Test
    void refuses_to_write_from_inside_a_write() {
        try (JdbcRepository repository = open(DatabaseAddress.h2InMemory())) {
            assertThatThrownBy(() -> repository.stores().<Object>update("elsewhere", StoreId.global(), store -> {
                        Mocks.put(repository, "key", 1L);
                        return 1L;
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("namespace shop: written to from inside a write (expected: an update of a store to"
                            + " work on its transaction only)");

            Mocks.put(repository, "key", 2L);
            assertThat(Mocks.get(repository, "key")).isEqualTo(2L);
        }
    }

    @Test
    void checks_its_options() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcOptions.defaults().withLogLimit(-1))
                .withMessage("logLimit: -1 (expected: at least 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcOptions.defaults().withPollInterval(Duration.ZERO))
                .withMessage("pollInterval: PT0S (expected: more than 0)");
    }

    private static JdbcRepository open(DatabaseAddress address) {
        return JdbcRepository.open(Database.open(address), JdbcOptions.defaults());
    }
}
