package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.kit.Recorder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that goes down and comes back. */
class PostgresOutageTest {

    @TempDir
    Path data;

    @Test
    void names_the_database_while_it_is_down_and_goes_on_when_it_is_back() throws Exception {
        int port = freePort();
        Postgres server = Postgres.start(data, port);
        DatabaseAddress address = server.address("");
        try (JdbcRepository node = JdbcRepository.open(Database.open(address), JdbcOptions.defaults());
                JdbcRepository other = JdbcRepository.open(Database.open(address), JdbcOptions.defaults())) {
            Recorder recorder = new Recorder();
            ChangeFeed.Subscription subscription = node.changes().subscribe(recorder);
            Mocks.save(node, "before");
            server.close();

            assertThatThrownBy(() -> Mocks.save(node, "down"))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageStartingWith("PostgreSQL at localhost:" + port + "/postgres: ")
                    .hasMessageContaining("expected: a database that can be reached; start it")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("postgres:postgres"));

            server = Postgres.start(data, port);
            Eventually.await("the other node writes again", () -> {
                Mocks.save(other, "after");
                return true;
            });
            recorder.await(
                    changes -> changes.stream().anyMatch(change -> change.id().equals("after")));
            recorder.assertOrderly();
            assertThat(node.mocks().find(Mocks.SHOP, "before")).isPresent();
            assertThat(node.mocks().find(Mocks.SHOP, "down")).isEmpty();
            subscription.close();
        } finally {
            server.close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
