package io.mockarty.namespace;

import static io.mockarty.mock.MockDsl.any;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.head;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.expression.FixedScope;
import io.mockarty.mock.Mock;
import io.mockarty.mock.OneOf;
import io.mockarty.request.MockReply;
import io.mockarty.request.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final int THREADS = 64;

    private final Namespace namespace = Worlds.create().open("shop");

    private String chosen(String method, String target) {
        LiveMock live =
                namespace.choose(Requests.of(method, target), namespace.clock().instant());
        return live == null ? "none" : live.id();
    }

    private static int statusOf(@Nullable MockReply reply) {
        return reply == null ? 0 : reply.status();
    }

    /** Runs the work so many times on 64 threads that start together, and counts the results. */
    private static <T> Map<T, Long> counts(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        try {
            List<Future<List<T>>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    List<T> own = new ArrayList<>();
                    for (int n = 0; n < times / THREADS; n++) {
                        own.add(work.call());
                    }
                    return own;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> result : results) {
                all.addAll(result.get());
            }
            return all.stream().collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void sixty_four_threads_get_exactly_as_many_answers_as_the_limit_allows() throws Exception {
        namespace.save(get("/a").id("limited").times(1_000).respond(ok()).build());
        namespace.save(get("/*").id("fallback").respond(ok()).build());

        Map<String, Long> counts = counts(64 * 50, () -> chosen("GET", "/a"));

        assertThat(counts).containsOnly(Map.entry("limited", 1_000L), Map.entry("fallback", 2_200L));
        assertThat(namespace.mock("limited").orElseThrow().useCounter()).isEqualTo(1_000);
    }

    @Test
    void sixty_four_threads_get_every_response_equally_often() throws Exception {
        namespace.save(get("/a")
                .id("a")
                .respondInOrder(status(200), status(201), status(202))
                .build());
        LiveMock live = namespace.mocks().get(0);

        Map<Integer, Long> counts =
                counts(64 * 30, () -> statusOf(live.pick(Random::new).render(FixedScope.json("{}"))));

        assertThat(counts).containsOnly(Map.entry(200, 640L), Map.entry(201, 640L), Map.entry(202, 640L));
    }

    private List<Integer> picks(OneOf.Order order, int offset, long seed, int count) {
        Mock mock =
                get("/a").respondInOrder(status(200), status(201), status(202)).build();
        OneOf oneOf = mock.oneOf();
        assertThat(oneOf).isNotNull();
        namespace.save(mock.toBuilder()
                .id("a")
                .oneOf(oneOf.toBuilder().order(order).offset(offset).build())
                .build());
        LiveMock live = namespace.mocks().get(0);
        Random random = new Random(seed);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(statusOf(live.pick(() -> random).render(FixedScope.json("{}"))));
        }
        return statuses;
    }

    @Test
    void goes_round_from_the_offset() {
        assertThat(picks(OneOf.Order.ORDER, 0, 1, 5)).containsExactly(200, 201, 202, 200, 201);
        assertThat(picks(OneOf.Order.ORDER, 2, 1, 4)).containsExactly(202, 200, 201, 202);
        assertThat(picks(OneOf.Order.ORDER, 7, 1, 2)).containsExactly(201, 202);
    }

    @Test
    void picks_at_random_as_the_seed_says() {
        List<Integer> first = picks(OneOf.Order.RANDOM, 0, 1, 100);

        assertThat(first).contains(200, 201, 202);
        assertThat(picks(OneOf.Order.RANDOM, 0, 1, 100)).isEqualTo(first);
        assertThat(picks(OneOf.Order.RANDOM, 0, 2, 100)).isNotEqualTo(first);
    }

    @Test
    void expires_by_the_clock_of_the_namespace() {
        namespace.clock().freeze();
        namespace.save(
                get("/a").id("a").ttl(Duration.ofSeconds(10)).respond(ok()).build());

        namespace.clock().advance(Duration.ofMillis(9_999));
        assertThat(chosen("GET", "/a")).isEqualTo("a");
        namespace.clock().advance(Duration.ofMillis(1));
        assertThat(chosen("GET", "/a")).isEqualTo("none");
        namespace.clock().reset();
        assertThat(chosen("GET", "/a")).isEqualTo("a");
    }

    @Test
    void an_exhausted_or_expired_mock_leaves_the_request_to_the_next() {
        namespace.save(get("/a").id("last").respond(ok()).build());
        namespace.save(
                get("/a").id("second").ttl(Duration.ofSeconds(5)).respond(ok()).build());
        namespace.save(get("/a").id("first").times(1).respond(ok()).build());

        assertThat(chosen("GET", "/a")).isEqualTo("first");
        assertThat(chosen("GET", "/a")).isEqualTo("second");
        namespace.clock().advance(Duration.ofSeconds(5));
        assertThat(chosen("GET", "/a")).isEqualTo("last");
    }

    @Test
    void head_gets_the_answer_of_get_unless_a_mock_is_made_for_it() {
        namespace.save(any("/*").id("any").priority(9).respond(ok()).build());
        namespace.save(get("/a").id("get").priority(10).respond(ok()).build());

        assertThat(chosen("HEAD", "/a")).isEqualTo("get");
        assertThat(chosen("HEAD", "/b")).isEqualTo("any");
        namespace.save(head("/*").id("head").respond(ok()).build());
        assertThat(chosen("HEAD", "/a")).isEqualTo("head");
        assertThat(chosen("GET", "/a")).isEqualTo("get");
        assertThat(chosen("PURGE", "/a")).isEqualTo("any");
    }
}
