package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.ChangeListener;
import io.mockarty.repository.Repository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every subscriber is told of every write, in order, on whatever node. */
public interface ChangeFeedContract extends RepositoryContract {

    @Test
    default void has_seen_nothing_in_a_namespace_that_was_never_written_to() {
        assertThat(repository().changes().revision(SHOP)).isZero();
    }

    @Test
    default void makes_the_next_revision_with_each_write() {
        for (int i = 1; i <= 5; i++) {
            save("a");
            assertThat(repository().changes().revision(SHOP)).isEqualTo(i);
        }

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.changes().revision(SHOP)).isEqualTo(5));
    }

    @Test
    default void counts_the_revisions_of_each_namespace_by_itself() {
        save("a");
        save("b");
        repository().mocks().save("elsewhere", List.of(Samples.mock("a")));

        assertThat(repository().changes().revision(SHOP)).isEqualTo(2);
        assertThat(repository().changes().revision("elsewhere")).isEqualTo(1);
    }

    @Test
    default void tells_only_what_is_written_after_the_subscription() {
        save("before");

        assertThat(told(node -> save("after")))
                .allSatisfy(recorder ->
                        assertThat(recorder.changes()).extracting(Change::id).containsExactly("after"));
    }

    @Test
    default void tells_every_write_in_the_order_of_revisions() {
        List<Recorder> recorders = told(node -> {
            for (int i = 0; i < 50; i++) {
                save("m" + i);
                node.mocks().save("elsewhere", List.of(Samples.mock("n" + i)));
            }
        });

        for (Recorder recorder : recorders) {
            recorder.assertOrderly();
            assertThat(recorder.revisions(SHOP)).hasSize(50).startsWith(1L).endsWith(50L);
            assertThat(recorder.revisions("elsewhere")).hasSize(50);
        }
    }

    @Test
    default void tells_all_nodes_without_being_asked() throws InterruptedException {
        List<Recorder> recorders = new ArrayList<>();
        List<ChangeFeed.Subscription> subscriptions = new ArrayList<>();
        for (Repository node : nodes()) {
            Recorder recorder = new Recorder();
            recorders.add(recorder);
            subscriptions.add(node.changes().subscribe(recorder));
        }

        for (int i = 0; i < 20; i++) {
            save("m" + i);
        }

        for (Recorder recorder : recorders) {
            recorder.await(
                    changes -> changes.stream().anyMatch(change -> change.id().equals("m19")));
            recorder.assertOrderly();
            assertThat(recorder.revisions(SHOP)).hasSize(20);
        }
        subscriptions.forEach(ChangeFeed.Subscription::close);
    }

    @Test
    default void tells_every_node_what_another_wrote() {
        List<Recorder> recorders = told(first -> {
            for (int i = 0; i < 10; i++) {
                for (Repository node : nodes()) {
                    node.mocks().save(SHOP, List.of(Samples.mock("m" + i)));
                }
            }
        });

        for (Recorder recorder : recorders) {
            recorder.assertOrderly();
            assertThat(recorder.revisions(SHOP)).hasSize(10 * nodes().size());
        }
    }

    @Test
    default void tells_what_can_be_read_already() {
        for (Repository node : nodes()) {
            List<String> found = Collections.synchronizedList(new ArrayList<>());
            ChangeFeed.Subscription subscription = node.changes().subscribe(new ChangeListener() {
                @Override
                public void changed(String namespace, List<Change> changes) {
                    changes.stream()
                            .filter(change -> change.kind() == Change.Kind.MOCK)
                            .filter(change -> readByAnotherThread(node, change) >= change.revision())
                            .forEach(change -> found.add(change.id()));
                }

                @Override
                public void reread(String namespace, long revision) {}
            });

            repository().mocks().save(SHOP, Samples.mocks("m", 3));
            node.changes().refresh();

            assertThat(found).containsExactlyInAnyOrder("m0", "m1", "m2");
            subscription.close();
        }
    }

    @Test
    default void tells_nobody_who_has_closed_the_subscription() {
        Recorder closed = new Recorder();
        repository().changes().subscribe(closed).close();

        assertThat(told(node -> save("a")))
                .allSatisfy(recorder -> assertThat(recorder.changes()).isNotEmpty());
        assertThat(closed.changes()).isEmpty();
    }

    @Test
    default void calls_no_listener_after_its_subscription_was_closed_while_others_write() {
        Crowd.work(nodes(), 4, (node, thread) -> {
            for (int i = 0; i < 20; i++) {
                if (thread < nodes().size()) {
                    node.mocks().save(SHOP, List.of(Samples.mock("of " + thread)));
                } else {
                    Recorder recorder = new Recorder();
                    node.changes().subscribe(recorder).close();
                    int told = recorder.changes().size();
                    node.changes().refresh();
                    assertThat(recorder.changes()).hasSize(told);
                }
            }
        });
    }

    @Test
    default void lets_a_subscription_be_closed_twice() {
        ChangeFeed.Subscription subscription = repository().changes().subscribe(new Recorder());
        subscription.close();
        subscription.close();

        save("a");

        assertThat(repository().changes().revision(SHOP)).isEqualTo(1);
    }

    @Test
    default void lets_a_listener_close_its_own_subscription() {
        Recorder recorder = new Recorder();
        List<ChangeFeed.Subscription> own = Collections.synchronizedList(new ArrayList<>());
        own.add(repository().changes().subscribe(new ChangeListener() {
            @Override
            public void changed(String namespace, List<Change> changes) {
                recorder.changed(namespace, changes);
                own.forEach(ChangeFeed.Subscription::close);
            }

            @Override
            public void reread(String namespace, long revision) {}
        }));

        save("a");
        repository().changes().refresh();
        save("b");
        repository().changes().refresh();

        assertThat(recorder.revisions(SHOP)).containsExactly(1L);
    }

    @Test
    default void tells_the_others_when_a_listener_fails() {
        ChangeFeed.Subscription failing = repository().changes().subscribe(new ChangeListener() {
            @Override
            public void changed(String namespace, List<Change> changes) {
                throw new StoreContract.Failure();
            }

            @Override
            public void reread(String namespace, long revision) {}
        });

        List<Recorder> recorders = told(node -> {
            save("a");
            save("b");
        });

        assertThat(recorders)
                .allSatisfy(recorder -> assertThat(recorder.revisions(SHOP)).containsExactly(1L, 2L));
        failing.close();
    }

    private static long readByAnotherThread(Repository node, Change change) {
        return CompletableFuture.supplyAsync(() -> node.mocks().find(change.namespace(), change.id()))
                .orTimeout(10, TimeUnit.SECONDS)
                .join()
                .orElseThrow()
                .revision();
    }

    private void save(String id) {
        repository().mocks().save(SHOP, List.of(Samples.mock(id)));
    }
}
