package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedStateTest {

    private static final int THREADS = 64;

    private final TwoNodes nodes = new TwoNodes();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void a_limit_is_exact_over_all_nodes() throws Exception {
        nodes.one.save(get("/a").times(1_000).respond(ok()));

        List<Integer> statuses =
                fromBothNodes(20, node -> node.reply(Requests.get("/a")).status());

        assertThat(statuses).hasSize(THREADS * 20);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1_000);
    }

    @Test
    void answers_in_order_are_taken_in_turns_by_all_nodes() {
        nodes.one.save(get("/a").respondInOrder(status(201), status(202), status(203)));

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add((i % 2 == 0 ? nodes.one : nodes.two)
                    .reply(Requests.get("/a"))
                    .status());
        }

        assertThat(statuses).containsExactly(201, 202, 203, 201);
    }

    @Test
    void a_new_version_counts_from_zero_on_all_nodes() {
        nodes.one.save(get("/a").id("a").times(1).respond(ok()));
        nodes.one.reply(Requests.get("/a"));
        nodes.two.save(get("/a").id("a").times(1).respond(ok()));

        assertThat(nodes.one.reply(Requests.get("/a")).status()).isEqualTo(200);
        assertThat(nodes.two.reply(Requests.get("/a")).status()).isEqualTo(404);
    }

    @Test
    void a_use_on_one_node_is_told_by_the_document_there() {
        nodes.one.save(get("/a").id("a").times(5).respond(ok()));
        nodes.one.reply(Requests.get("/a"));
        nodes.two.reply(Requests.get("/a"));

        assertThat(nodes.two.shop().mock("a").orElseThrow().useCounter()).isEqualTo(2);
    }

    @Test
    void stores_are_shared() {
        nodes.one.save(get("/set").extractGlobal("color", "$.queryParams.color").respond(ok()));
        nodes.one.save(get("/get").respond(ok().text("$.gS.color")));

        nodes.one.reply(Requests.get("/set?color=red"));

        assertThat(nodes.two.body(Requests.get("/get"))).isEqualTo("red");
    }

    @Test
    void chains_have_stores_of_their_own_on_all_nodes() {
        nodes.one.save(get("/set")
                .chain("c")
                .extractChain("n", "$.increment($.cS.n || 0)")
                .respond(ok()));
        nodes.one.save(get("/get").chain("c").respond(ok().json("{\"n\": \"$.cS.n\"}")));

        nodes.one.reply(Requests.get("/set"));
        nodes.two.reply(Requests.get("/set"));

        assertThat(nodes.one.body(Requests.get("/get"))).isEqualTo("{\"n\":2}");
    }

    @Test
    void increments_from_all_nodes_lose_no_update() throws Exception {
        nodes.one.save(get("/visits")
                .extractGlobal("counter", "$.increment($.gS.counter || 0)")
                .respond(ok()));

        fromBothNodes(20, node -> node.reply(Requests.get("/visits")).status());

        assertThat(nodes.one.shop().stores().global().get("counter")).isEqualTo((long) THREADS * 20);
    }

    @Test
    void flat_and_nested_keys_are_both_found() {
        nodes.one.shop().stores().global().put("app.version", 1);
        nodes.one.shop().stores().global().put("user", java.util.Map.of("name", "Ann"));
        nodes.one.save(get("/get").respond(ok().json("[\"$.gS.app.version\", \"$.gS.user.name\"]")));

        assertThat(nodes.two.body(Requests.get("/get"))).isEqualTo("[1,\"Ann\"]");
    }

    @Test
    void only_mocks_that_count_or_use_stores_may_wait_for_the_repository() {
        nodes.one.save(get("/fixed").respond(ok()));
        nodes.one.save(get("/template").respond(ok().text("$.queryParams.a")));
        nodes.one.save(get("/chance").respondAtRandom(ok(), status(201)));
        nodes.one.save(get("/limit").times(3).respond(ok()));
        nodes.one.save(get("/order").respondInOrder(ok(), status(201)));
        nodes.one.save(get("/read").respond(ok().text("$.sum($.gS.a || 0, 1)")));
        nodes.one.save(get("/header").respond(ok().header("X-A", "$.gS.a")));
        nodes.one.save(get("/write").extractGlobal("a", 1).respond(ok()));

        assertThat(List.of("/fixed", "/template", "/chance", "/unknown")).noneMatch(this::mayBlock);
        assertThat(List.of("/limit", "/order", "/read", "/header", "/write")).allMatch(this::mayBlock);
    }

    private boolean mayBlock(String path) {
        MockRequest request = Requests.get(path);
        return nodes.one.engine.mayBlock(nodes.one.shop(), request);
    }

    private interface Ask {
        int on(TwoNodes.Node node);
    }

    /** Asks from many threads, half of them on each node. */
    private List<Integer> fromBothNodes(int times, Ask ask) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Integer>>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                TwoNodes.Node node = i % 2 == 0 ? nodes.one : nodes.two;
                tasks.add(() -> {
                    List<Integer> answers = new ArrayList<>();
                    for (int j = 0; j < times; j++) {
                        answers.add(ask.on(node));
                    }
                    return answers;
                });
            }
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> done : threads.invokeAll(tasks, 1, TimeUnit.MINUTES)) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
