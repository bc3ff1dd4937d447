package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.Mock;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.CounterId;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoredMock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many threads, on every node at once, see and make nothing but whole steps. */
public interface ConcurrencyContract extends RepositoryContract {

    /** How many threads work on each node. */
    int THREADS = 16;

    @Test
    default void stays_within_a_limit_that_many_threads_reach_for() {
        CounterId counter = new CounterId("a", 1, CounterId.Kind.USE);
        Queue<Long> taken = new ConcurrentLinkedQueue<>();

        Crowd.work(nodes(), THREADS, (node, thread) -> {
            for (int i = 0; i < 20; i++) {
                node.counters().next(SHOP, counter, 100).ifPresent(taken::add);
            }
        });

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 100).boxed().toList());
        assertThat(readers())
                .allSatisfy(
                        node -> assertThat(node.counters().value(SHOP, counter)).isEqualTo(100));
    }

    @Test
    default void lets_one_of_many_threads_set_the_first_state() {
        Queue<String> winners = new ConcurrentLinkedQueue<>();

        Crowd.work(nodes(), THREADS, (node, thread) -> {
            if (node.counters().compareAndSet(SHOP, "checkout", null, "by " + thread)) {
                winners.add("by " + thread);
            }
        });

        assertThat(winners).hasSize(1);
        assertThat(readers())
                .allSatisfy(node ->
                        assertThat(node.counters().state(SHOP, "checkout")).contains(winners.element()));
    }

    @Test
    default void loses_no_move_of_a_scenario() {
        repository().counters().compareAndSet(SHOP, "s", null, "0");

        Crowd.work(nodes(), THREADS, (node, thread) -> {
            for (int i = 0; i < 5; i++) {
                moveByOne(node.counters());
            }
        });

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.counters().state(SHOP, "s"))
                        .contains(String.valueOf(5 * THREADS * nodes().size())));
    }

    @Test
    default void loses_no_update_of_a_store() {
        Crowd.work(nodes(), THREADS, (node, thread) -> {
            for (int i = 0; i < 10; i++) {
                node.stores().<Object>update(SHOP, StoreId.global(), store -> {
                    long next = 1 + (Long) Objects.requireNonNullElse(store.get("n"), 0L);
                    store.put("n", next);
                    store.put("by " + thread, next);
                    return next;
                });
            }
        });

        long all = 10L * THREADS * nodes().size();
        for (Repository node : readers()) {
            assertThat(node.stores().content(SHOP, StoreId.global()))
                    .containsEntry("n", all)
                    .hasSize(1 + THREADS * nodes().size());
        }
    }

    @Test
    default void makes_every_version_once() {
        int threads = 8;
        Queue<StoredMock> saved = new ConcurrentLinkedQueue<>();

        Crowd.work(nodes(), threads, (node, thread) -> {
            for (int i = 0; i < 5; i++) {
                saved.addAll(node.mocks().save(SHOP, List.of(Samples.mock("a"), Samples.mock("of " + thread))));
            }
        });

        long all = 5L * threads * nodes().size();
        assertThat(saved)
                .filteredOn(mock -> mock.id().equals("a"))
                .extracting(StoredMock::version)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
        assertThat(saved).extracting(StoredMock::ordinal).doesNotHaveDuplicates();
        assertThat(readers())
                .allSatisfy(node -> assertThat(node.changes().revision(SHOP)).isEqualTo(all));
    }

    @Test
    default void tells_every_listener_of_what_many_threads_write_to_two_namespaces() {
        int each = 10;
        List<Recorder> recorders = told(first -> Crowd.work(nodes(), THREADS, (node, thread) -> {
            String namespace = thread < nodes().size() * THREADS / 2 ? SHOP : "elsewhere";
            for (int i = 0; i < each; i++) {
                node.mocks().save(namespace, List.of(Samples.mock("m-" + thread + "-" + i)));
            }
        }));

        int all = each * THREADS * nodes().size() / 2;
        for (Recorder recorder : recorders) {
            recorder.assertOrderly();
            assertThat(recorder.revisions(SHOP)).hasSize(all).startsWith(1L);
            assertThat(recorder.revisions("elsewhere")).hasSize(all).startsWith(1L);
        }
    }

    @Test
    default void tells_a_listener_by_one_thread_at_a_time() {
        CountDownLatch overlap = new CountDownLatch(1);
        ChangeFeed.Subscription subscription = repository().changes().subscribe(new Lingering(overlap));

        Crowd.work(List.of(repository()), 4, (node, thread) -> {
            for (int i = 0; i < 5; i++) {
                node.mocks().save("namespace-" + thread, List.of(Samples.mock("a")));
            }
        });
        repository().changes().refresh();
        subscription.close();

        assertThat(overlap.getCount()).as("1 when no two calls overlapped").isEqualTo(1);
    }

    @Test
    default void shows_both_mocks_of_one_write_or_neither() {
        repository().mocks().save(SHOP, pair("0"));

        Crowd.work(nodes(), 4, (node, thread) -> {
            for (int i = 0; i < 25; i++) {
                if (thread % 4 < nodes().size()) {
                    node.mocks().save(SHOP, pair(thread + "-" + i));
                } else {
                    assertPair(all(node));
                    assertPair(node.mocks().list(SHOP, MockQuery.all(), 0, 9).items());
                }
            }
        });
    }

    @Test
    default void swaps_one_mock_for_another_in_one_step() {
        repository().mocks().save(SHOP, List.of(Samples.mock("m0")));

        Crowd.work(List.of(repository()), 4, (node, thread) -> {
            for (int i = 0; i < 50; i++) {
                if (thread == 0) {
                    node.mocks().replace(SHOP, List.of("m" + i), List.of(Samples.mock("m" + (i + 1))));
                } else {
                    assertThat(all(node)).hasSize(1);
                }
            }
        });
    }

    @Test
    default void makes_a_namespace_once_for_many_threads() {
        Queue<String> makers = new ConcurrentLinkedQueue<>();

        Crowd.work(nodes(), THREADS, (node, thread) -> {
            if (node.namespaces().create(SHOP)) {
                makers.add("thread " + thread);
            }
        });

        assertThat(makers).hasSize(1);
        assertThat(readers())
                .allSatisfy(node -> assertThat(node.changes().revision(SHOP)).isEqualTo(1));
    }

    @Test
    default void counts_every_request_that_many_threads_log() {
        Crowd.work(nodes(), THREADS, (node, thread) -> {
            for (int i = 0; i < 10; i++) {
                node.requestLogs().append(SHOP, List.of(Samples.logged("a", 10 * thread + i)), Map.of("a", 1L));
                node.undefinedRequests().add(SHOP, List.of(Samples.undefined("/a", 2, thread)));
            }
        });

        long all = 10L * THREADS * nodes().size();
        assertThat(readers()).allSatisfy(node -> {
            int kept = node.requestLogs().all(SHOP).size();
            assertThat(kept).isEqualTo(LOG_LIMIT);
            assertThat(node.requestLogs().evicted(SHOP)).isEqualTo(2 * all - kept);
            assertThat(node.undefinedRequests().all(SHOP).get(0).request().count())
                    .isEqualTo(2 * all);
        });
    }

    private static void moveByOne(CounterRepository counters) {
        String state;
        do {
            state = counters.state(SHOP, "s").orElseThrow();
        } while (!counters.compareAndSet(SHOP, "s", state, String.valueOf(Integer.parseInt(state) + 1)));
    }

    private static List<Mock> pair(String content) {
        return List.of(Samples.mock("left", "/" + content), Samples.mock("right", "/" + content));
    }

    private static void assertPair(List<StoredMock> mocks) {
        assertThat(mocks).hasSize(2);
        assertThat(mocks.get(0).revision()).isEqualTo(mocks.get(1).revision());
        assertThat(mocks.get(0).document().http())
                .isEqualTo(mocks.get(1).document().http());
    }

    private static List<StoredMock> all(Repository node) {
        List<StoredMock> all = new ArrayList<>();
        node.mocks().readAll(SHOP, all::add);
        return all;
    }
}
