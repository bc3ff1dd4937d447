package io.mockarty.acceptance.fleet;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.journal.Times;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.storage.Repositories;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Four processes on one PostgreSQL, and this one as the fifth. */
@TestInstance(Lifecycle.PER_CLASS)
class FleetJarTest {

    private static final int NODES = 4;
    private static final int THREADS_OF_NODE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Node> nodes = new ArrayList<>();
    private Database database;
    private MockartyServer server;

    @BeforeAll
    void start() throws Exception {
        database = Database.start();
        server = MockartyServer.builder()
                .repositories(Repositories.jdbc(database.dataSource()).logLimit(100))
                .start();
        for (int i = 0; i < NODES; i++) {
            nodes.add(Node.start(Map.of("DB_DSN", database.dsn(), "NODE_ID", "node-" + i, "REPO_LOG_LIMIT", "100")));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Node node : nodes) {
            node.close();
        }
        server.close();
        database.close();
    }

    @BeforeEach
    void delete_all_mocks() {
        server.namespace().deleteAll();
    }

    @Test
    void a_mock_saved_on_one_node_is_served_by_all_others() {
        server.stub(get("/hello").respond(ok().text("hi")));

        assertThat(nodes).allSatisfy(node -> awaitBody(node, "/hello", "hi"));
    }

    @Test
    void a_deleted_mock_is_served_by_none() {
        server.stub(get("/gone").id("gone").respond(ok().text("here")));
        nodes.forEach(node -> awaitBody(node, "/gone", "here"));

        server.namespace().delete("gone");

        assertThat(nodes).allSatisfy(node -> awaitStatus(node, "/gone", 404));
    }

    @Test
    void a_limit_is_exact_under_64_threads_on_4_nodes() throws Exception {
        server.stub(get("/limited").times(1_000).respond(ok()));
        server.stub(get("/ready").respond(ok().text("ready")));
        nodes.forEach(node -> awaitBody(node, "/ready", "ready"));

        List<Integer> statuses = fromAllNodes(20, "/limited");

        assertThat(statuses).hasSize(NODES * THREADS_OF_NODE * 20);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1_000);
        assertThat(statuses).containsOnly(200, 404);
    }

    @Test
    void increments_under_64_threads_on_4_nodes_lose_no_update() throws Exception {
        server.stores().global().remove("counter");
        server.stub(get("/count")
                .extractGlobal("counter", "$.increment($.gS.counter || 0)")
                .respond(ok()));
        server.stub(get("/ready").respond(ok().text("ready")));
        nodes.forEach(node -> awaitBody(node, "/ready", "ready"));

        List<Integer> statuses = fromAllNodes(10, "/count");

        assertThat(statuses).containsOnly(200);
        assertThat(server.stores().global().get("counter")).isEqualTo((long) NODES * THREADS_OF_NODE * 10);
    }

    @Test
    void answers_in_order_are_taken_in_turns_by_all_nodes() {
        server.stub(get("/turn").respondInOrder(ok().text("a"), ok().text("b"), ok().text("c")));
        server.stub(get("/ready").respond(ok().text("ready")));
        nodes.forEach(node -> awaitBody(node, "/ready", "ready"));

        Stream<String> turns = Stream.of(0, 1, 2, 3)
                .map(i -> Http.get(nodes.get(i).at("/turn")).body());

        assertThat(turns).containsExactly("a", "b", "c", "a");
    }

    @Test
    void what_all_nodes_received_is_verified_by_number_and_order() {
        server.stub(get("/step/:n").respond(ok().text("done")));
        nodes.forEach(node -> awaitBody(node, "/step/0", "done"));

        for (int i = 1; i <= 3; i++) {
            Http.get(nodes.get(i).at("/step/" + i));
            // Nodes write behind; the order is that in which requests reach the database.
            server.verifyOnAllNodes(get("/step/" + i)).was(Times.once(), PATIENCE);
        }

        server.verifyInOrderOnAllNodes(PATIENCE, get("/step/1"), get("/step/2"), get("/step/3"));
    }

    private static void awaitBody(Node node, String path, String body) {
        Await.until(PATIENCE, () -> assertThat(Http.get(node.at(path)).body()).isEqualTo(body));
    }

    private static void awaitStatus(Node node, String path, int status) {
        Await.until(
                PATIENCE, () -> assertThat(Http.get(node.at(path)).statusCode()).isEqualTo(status));
    }

    /** Asks every node from many threads at once, and returns the statuses of all answers. */
    private List<Integer> fromAllNodes(int times, String path) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(NODES * THREADS_OF_NODE);
        try {
            List<Callable<List<Integer>>> tasks = new ArrayList<>();
            for (int i = 0; i < NODES * THREADS_OF_NODE; i++) {
                Node node = nodes.get(i % NODES);
                tasks.add(() -> {
                    List<Integer> statuses = new ArrayList<>();
                    for (int j = 0; j < times; j++) {
                        statuses.add(Http.get(node.at(path)).statusCode());
                    }
                    return statuses;
                });
            }
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> done : threads.invokeAll(tasks, 3, TimeUnit.MINUTES)) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
