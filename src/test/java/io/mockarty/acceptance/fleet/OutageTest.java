package io.mockarty.acceptance.fleet;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.acceptance.Http;
import io.mockarty.journal.Times;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.storage.Repositories;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose PostgreSQL goes away and comes back. */
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void mocks_go_on_answering_without_the_database_and_all_is_well_when_it_is_back() throws Exception {
        Database database = Database.start(data);
        try (MockartyServer server = MockartyServer.builder()
                .repositories(Repositories.database(DatabaseAddress.of("pg", database.dsn()))
                        .cached())
                .start()) {
            server.stub(get("/plain").respond(ok().text("plain")));
            server.stub(get("/limited").times(3).respond(ok().text("limited")));
            assertThat(Http.get(server.baseUrl() + "/limited").body()).isEqualTo("limited");

            database.close();

            assertThat(Http.get(server.baseUrl() + "/plain").body()).isEqualTo("plain");
            HttpResponse<String> refused = Http.get(server.baseUrl() + "/limited");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body())
                    .contains("\"code\": \"unavailable\"", "PostgreSQL")
                    .doesNotContain("secret");
            assertThatThrownBy(() -> server.stub(get("/new").respond(ok())))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("PostgreSQL");
            assertThat(Http.get(server.baseUrl() + "/new").statusCode()).isEqualTo(404);

            database = Database.start(data, database.port());

            Await.until(PATIENCE, () -> assertThat(Http.get(server.baseUrl() + "/limited").body())
                    .isEqualTo("limited"));
            server.stub(get("/new").respond(ok().text("new")));
            assertThat(Http.get(server.baseUrl() + "/new").body()).isEqualTo("new");
            server.verifyOnAllNodes(get("/plain")).was(Times.once(), PATIENCE);
        } finally {
            database.close();
        }
    }
}
