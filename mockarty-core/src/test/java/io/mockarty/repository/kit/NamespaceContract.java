package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.CounterId;
import io.mockarty.repository.MockFolder;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Namespaces are worlds of their own. */
public interface NamespaceContract extends RepositoryContract {

    @Test
    default void makes_a_namespace_once() {
        assertThat(repository().namespaces().create("b")).isTrue();
        assertThat(repository().namespaces().create("B")).isTrue();
        assertThat(repository().namespaces().create("a")).isTrue();
        assertThat(repository().namespaces().create("b")).isFalse();

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.namespaces().names()).containsExactly("B", "a", "b"));
    }

    @Test
    default void makes_a_namespace_by_writing_into_it() {
        Repository repository = repository();
        repository.mocks().save("mocks", List.of(Samples.mock("a")));
        repository.folders().save("folders", new MockFolder("f", null, "f", 0, Samples.NOON, Samples.NOON));
        repository.stores().update("stores", StoreId.global(), store -> {
            store.put("a", 1L);
            return null;
        });
        repository.counters().next("counters", used("a"), 1);
        repository.counters().compareAndSet("states", "s", null, "x");
        repository.requestLogs().append("logs", List.of(Samples.logged("a", 1)), Map.of());
        repository.undefinedRequests().add("undefined", List.of(Samples.undefined("/a", 1, 0)));

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.namespaces().names())
                        .containsExactly("counters", "folders", "logs", "mocks", "states", "stores", "undefined"));
    }

    @Test
    default void makes_no_namespace_by_reading_from_it() {
        Repository repository = repository();
        repository.mocks().list(SHOP, MockQuery.all(), 0, 9);
        repository.stores().content(SHOP, StoreId.global());
        repository.counters().value(SHOP, used("a"));
        repository.requestLogs().all(SHOP);
        repository.changes().revision(SHOP);

        assertThat(repository.namespaces().names()).isEmpty();
        assertThat(repository.changes().revision(SHOP)).isZero();
    }

    @Test
    default void keeps_what_is_written_into_two_namespaces_apart() {
        fill("left");
        fill("right");
        repository().mocks().purge("left", List.of("a"));
        repository().stores().update("left", StoreId.global(), store -> store.remove("key"));
        repository().folders().delete("left", "f");
        repository().requestLogs().delete("left", "a");
        repository().undefinedRequests().deleteAll("left");

        assertThat(readers()).allSatisfy(node -> assertFull(node, "right"));
    }

    @Test
    default void removes_a_namespace_with_everything_in_it() {
        fill("left");
        fill("right");
        repository().mocks().save("left", List.of(Samples.mock("deleted")));
        repository().mocks().delete("left", List.of("deleted"));

        assertThat(repository().namespaces().delete("left")).isTrue();

        for (Repository node : readers()) {
            assertThat(node.namespaces().names()).containsExactly("right");
            assertEmpty(node, "left");
            assertFull(node, "right");
        }
    }

    @Test
    default void does_not_remove_a_namespace_it_does_not_know() {
        assertThat(repository().namespaces().delete(SHOP)).isFalse();
        repository().namespaces().create(SHOP);
        assertThat(repository().namespaces().delete(SHOP)).isTrue();
        assertThat(repository().namespaces().delete(SHOP)).isFalse();
    }

    @Test
    default void counts_revisions_on_when_a_namespace_is_made_again() {
        repository().mocks().save(SHOP, List.of(Samples.mock("a")));
        repository().mocks().save(SHOP, List.of(Samples.mock("a")));
        long before = repository().changes().revision(SHOP);
        repository().namespaces().delete(SHOP);

        assertThat(repository().changes().revision(SHOP)).isEqualTo(before + 1);
        long saved = repository()
                .mocks()
                .save(SHOP, List.of(Samples.mock("a")))
                .get(0)
                .revision();
        assertThat(saved).isEqualTo(before + 2);
        for (Repository node : readers()) {
            assertThat(node.changes().revision(SHOP)).isEqualTo(saved);
            assertThat(node.mocks().versions(SHOP, "a")).hasSize(1);
        }
    }

    @Test
    default void does_not_make_a_namespace_again_for_what_is_counted_or_logged_late() {
        fill(SHOP);
        repository().namespaces().delete(SHOP);
        long deleted = repository().changes().revision(SHOP);

        List<Recorder> recorders = told(node -> {
            assertThat(node.counters().next(SHOP, used("a"), 9)).isEmpty();
            assertThat(node.counters().compareAndSet(SHOP, "s", null, "on")).isFalse();
            node.requestLogs().append(SHOP, List.of(Samples.logged("a", 1)), Map.of("a", 1L));
            node.undefinedRequests().add(SHOP, List.of(Samples.undefined("/a", 1, 0)));
        });

        assertThat(recorders)
                .allSatisfy(recorder -> assertThat(recorder.changes()).isEmpty());
        for (Repository node : readers()) {
            assertThat(node.namespaces().names()).isEmpty();
            assertThat(node.changes().revision(SHOP)).isEqualTo(deleted);
            assertEmpty(node, SHOP);
        }
    }

    @Test
    default void counts_and_logs_in_a_namespace_that_was_made_again() {
        fill(SHOP);
        repository().namespaces().delete(SHOP);

        fill(SHOP);

        assertThat(readers()).allSatisfy(node -> assertFull(node, SHOP));
    }

    @Test
    default void takes_namespaces_of_odd_names() {
        List<String> names = List.of("';DROP--", "100%", "A", "a", "a_b", "axb", "o'brien\"", "é東京😀", "\\");
        names.forEach(name -> repository().mocks().save(name, List.of(Samples.mock("in " + name))));

        for (Repository node : readers()) {
            assertThat(node.namespaces().names()).containsExactlyInAnyOrderElementsOf(names);
            for (String name : names) {
                assertThat(Samples.ids(
                                node.mocks().list(name, MockQuery.all(), 0, 9).items()))
                        .containsExactly("in " + name);
            }
        }
    }

    private void fill(String namespace) {
        Repository repository = repository();
        repository.folders().save(namespace, new MockFolder("f", null, "f", 0, Samples.NOON, Samples.NOON));
        repository
                .mocks()
                .save(
                        namespace,
                        List.of(Samples.tagged("a", "t").toBuilder()
                                .folderId("f")
                                .build()));
        for (StoreId store : List.of(StoreId.global(), StoreId.chain("c"))) {
            repository.stores().update(namespace, store, transaction -> {
                transaction.put("key", namespace);
                return null;
            });
        }
        repository.counters().next(namespace, used("a"), 9);
        repository.counters().compareAndSet(namespace, "s", null, "on");
        repository.requestLogs().append(namespace, List.of(Samples.logged("a", 1)), Map.of("a", 1L));
        repository.undefinedRequests().add(namespace, List.of(Samples.undefined("/a", 1, 0)));
    }

    private static void assertFull(Repository node, String namespace) {
        assertThat(node.mocks().find(namespace, "a").orElseThrow().document())
                .satisfies(mock -> assertThat(mock.namespace()).isEqualTo(namespace))
                .satisfies(mock -> assertThat(mock.folderId()).isEqualTo("f"));
        assertThat(node.mocks().tags(namespace)).containsOnlyKeys("t");
        assertThat(node.folders().all(namespace)).hasSize(1);
        assertThat(node.stores().content(namespace, StoreId.global())).containsEntry("key", namespace);
        assertThat(node.stores().content(namespace, StoreId.chain("c"))).containsEntry("key", namespace);
        assertThat(node.counters().value(namespace, used("a"))).isEqualTo(1);
        assertThat(node.counters().state(namespace, "s")).contains("on");
        assertThat(node.requestLogs().all(namespace)).hasSize(1);
        assertThat(node.undefinedRequests().all(namespace)).hasSize(1);
    }

    private static void assertEmpty(Repository node, String namespace) {
        assertThat(node.mocks().list(namespace, MockQuery.all(), 0, 9).items()).isEmpty();
        assertThat(node.mocks()
                        .list(namespace, MockQuery.all().onlyDeleted(), 0, 9)
                        .items())
                .isEmpty();
        assertThat(node.mocks().versions(namespace, "a")).isEmpty();
        assertThat(node.mocks().tags(namespace)).isEmpty();
        assertThat(node.folders().all(namespace)).isEmpty();
        assertThat(node.stores().content(namespace, StoreId.global())).isEmpty();
        assertThat(node.stores().content(namespace, StoreId.chain("c"))).isEmpty();
        assertThat(node.counters().value(namespace, used("a"))).isZero();
        assertThat(node.counters().state(namespace, "s")).isEmpty();
        assertThat(node.requestLogs().all(namespace)).isEmpty();
        assertThat(node.requestLogs().evicted(namespace)).isZero();
        assertThat(node.undefinedRequests().all(namespace)).isEmpty();
    }

    private static CounterId used(String mock) {
        return new CounterId(mock, 1, CounterId.Kind.USE);
    }
}
