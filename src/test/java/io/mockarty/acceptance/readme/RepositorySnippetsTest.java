package io.mockarty.acceptance.readme;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.journal.Times;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.Repository;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.storage.Repositories;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/repositories.md. */
class RepositorySnippetsTest {

    @TempDir
    private Path directory;

    @Test
    void mocks_outlive_the_server() {
        Path file = directory.resolve("mocks.db");
        // snippet: repositories
        try (var mocks = MockartyServer.builder()
                .repositories(Repositories.sqlite(file).cached())
                .start()) {
            mocks.stub(get("/hello").id("hello").respond(ok().text("hi")));
        }
        try (var mocks =
                MockartyServer.builder().repositories(Repositories.sqlite(file)).start()) {
            assertThat(mocks.mock("hello")).isPresent();
        }
        // end-snippet
    }

    @Test
    void mocks_are_kept_in_a_file() {
        Path file = directory.resolve("mocks");
        // snippet: readme-repository
        try (var mocks = MockartyServer.builder()
                .repositories(Repositories.h2(file).cached())
                .start()) {
            mocks.stub(get("/hello").id("hello").respond(ok().text("hi"))); // is there when the next server starts
        }
        // end-snippet
        try (var mocks =
                MockartyServer.builder().repositories(Repositories.h2(file)).start()) {
            assertThat(Http.get(mocks.baseUrl() + "/hello").body()).isEqualTo("hi");
        }
    }

    @Test
    void versions_and_trash_are_there_for_all_mocks() {
        try (var mocks =
                MockartyServer.builder().repositories(Repositories.inMemory()).start()) {
            mocks.stub(get("/hello").id("hello").tags("greeting").respond(ok().text("hi")));
            mocks.stub(get("/hello").id("hello").tags("greeting").respond(ok().text("hello")));
            // snippet: repository
            MockRepository kept = mocks.repository().orElseThrow().mocks();
            assertThat(kept.versions("sandbox", "hello")).hasSize(2);
            kept.restoreVersion("sandbox", "hello", 1);

            mocks.namespace().delete("hello");
            assertThat(kept.list("sandbox", MockQuery.all().onlyDeleted(), 0, 50)
                            .total())
                    .isEqualTo(1);
            kept.restore("sandbox", List.of("hello"));
            // end-snippet
            assertThat(Http.get(mocks.baseUrl() + "/hello").body()).isEqualTo("hi");
        }
    }

    @Test
    void what_all_nodes_received_is_verified() {
        try (Repository shared = Repositories.inMemory().logLimit(100).open(Clock.systemUTC());
                var one = MockartyServer.builder()
                        .repositories(Repositories.of(shared))
                        .start();
                var two = MockartyServer.builder()
                        .repositories(Repositories.of(shared))
                        .start()) {
            one.stub(get("/step/:n").respond(ok()));
            Http.get(one.baseUrl() + "/step/1");
            one.verifyOnAllNodes(get("/step/1")).was(Times.once(), Duration.ofSeconds(5));
            Http.get(two.baseUrl() + "/step/2");
            // snippet: all-nodes
            one.verifyOnAllNodes(get("/step/:n")).was(Times.exactly(2), Duration.ofSeconds(5));
            one.verifyInOrderOnAllNodes(Duration.ofSeconds(5), get("/step/1"), get("/step/2"));
            // end-snippet
        }
    }
}
