package io.mockarty.repository.kit;

import static io.mockarty.repository.Change.Kind.COUNTER;
import static io.mockarty.repository.Change.Kind.FOLDER;
import static io.mockarty.repository.Change.Kind.MOCK;
import static io.mockarty.repository.Change.Kind.NAMESPACE;
import static io.mockarty.repository.Change.Kind.REQUEST_LOG;
import static io.mockarty.repository.Change.Kind.STORE;
import static io.mockarty.repository.Change.Kind.UNDEFINED_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mockarty.repository.Change;
import io.mockarty.repository.CounterId;
import io.mockarty.repository.MockFolder;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.UndefinedRow;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every write tells what it wrote, with the revision it made; what writes nothing tells nothing. */
public interface WriteEventContract extends RepositoryContract {

    @Test
    default void tells_of_mocks() {
        repository().namespaces().create(SHOP);

        assertTold(it -> it.mocks().save(SHOP, Samples.mocks("m", 3)), MOCK, "m0", "m1", "m2");
        assertTold(it -> it.mocks().save(SHOP, Samples.mocks("m", 1)), MOCK, "m0");
        assertTold(it -> it.mocks().delete(SHOP, List.of("m0", "unknown")), MOCK, "m0");
        assertTold(it -> it.mocks().restore(SHOP, List.of("m0", "m1")), MOCK, "m0");
        assertTold(it -> it.mocks().label(SHOP, List.of("m0", "m1"), new MockLabel.Folder("f")), MOCK, "m0", "m1");
        assertTold(it -> it.mocks().restoreVersion(SHOP, "m0", 1), MOCK, "m0");
        assertTold(it -> it.mocks().replace(SHOP, List.of("m1"), Samples.mocks("n", 1)), MOCK, "m1", "n0");
        assertThat(tellOnce(it -> it.mocks().purge(SHOP, List.of("m0", "m1"))))
                .contains(change(MOCK, "m0"), change(MOCK, "m1"))
                .doesNotContain(change(MOCK, "m2"));
    }

    @Test
    default void tells_of_mocks_of_odd_names() {
        repository().namespaces().create(SHOP);

        assertTold(
                it -> it.mocks()
                        .save(
                                SHOP,
                                Samples.ODD_NAMES.stream().map(Samples::mock).toList()),
                MOCK,
                Samples.ODD_NAMES.toArray(String[]::new));
    }

    @Test
    default void tells_of_folders_and_of_what_was_moved() {
        repository().namespaces().create(SHOP);

        assertTold(it -> it.folders().save(SHOP, folder("outer", null)), FOLDER, "outer");
        assertTold(it -> it.folders().save(SHOP, folder("inner", "outer")), FOLDER, "inner");
        repository()
                .mocks()
                .save(
                        SHOP,
                        List.of(
                                Samples.mock("a").toBuilder().folderId("outer").build(),
                                Samples.mock("b").toBuilder().folderId("inner").build()));
        assertThat(tellOnce(it -> it.folders().delete(SHOP, "outer")))
                .containsExactlyInAnyOrder(change(FOLDER, "outer"), change(FOLDER, "inner"), change(MOCK, "a"));
    }

    @Test
    default void tells_of_stores() {
        repository().namespaces().create(SHOP);

        for (StoreId id : List.of(StoreId.global(), StoreId.chain("c"), StoreId.chain("'; DROP TABLE stores; --"))) {
            assertTold(
                    it -> it.stores().update(SHOP, id, store -> {
                        store.put("a", 1L);
                        store.put("b", 2L);
                        return null;
                    }),
                    STORE,
                    id.literal());
            assertTold(it -> it.stores().update(SHOP, id, store -> store.remove("a")), STORE, id.literal());
        }
    }

    @Test
    default void tells_of_counters_and_states() {
        repository().namespaces().create(SHOP);

        assertTold(it -> it.counters().next(SHOP, used("a"), 9), COUNTER, "a");
        assertTold(it -> it.counters().compareAndSet(SHOP, "checkout", null, "started"), COUNTER, "checkout");
    }

    @Test
    default void tells_of_requests() {
        repository().namespaces().create(SHOP);
        var requests = List.of(
                Samples.logged("a", 1), Samples.logged("b", 2), Samples.logged("a", 3), Samples.logged(null, 4));

        assertTold(it -> it.requestLogs().append(SHOP, requests, Map.of()), REQUEST_LOG, "a", "b", "");
        assertTold(it -> it.requestLogs().delete(SHOP, "a"), REQUEST_LOG, "a");
        assertTold(it -> it.requestLogs().delete(SHOP, null), REQUEST_LOG, "");
    }

    @Test
    default void tells_of_undefined_requests() {
        repository().namespaces().create(SHOP);
        var requests = List.of(Samples.undefined("/a", 1, 0), Samples.undefined("/b", 1, 0));
        String a = UndefinedRow.idOf(requests.get(0).sample());
        String b = UndefinedRow.idOf(requests.get(1).sample());

        assertTold(it -> it.undefinedRequests().add(SHOP, requests), UNDEFINED_REQUEST, a, b);
        assertTold(it -> it.undefinedRequests().ignore(SHOP, a), UNDEFINED_REQUEST, a);
        assertTold(it -> it.undefinedRequests().delete(SHOP, List.of(a, "unknown")), UNDEFINED_REQUEST, a);
        assertTold(it -> it.undefinedRequests().deleteAll(SHOP), UNDEFINED_REQUEST, "");
    }

    @Test
    default void tells_of_namespaces() {
        assertTold(it -> it.namespaces().create(SHOP), NAMESPACE, SHOP);
        repository().mocks().save(SHOP, List.of(Samples.mock("a")));
        assertThat(tellOnce(it -> it.namespaces().delete(SHOP))).contains(change(NAMESPACE, SHOP));
        assertThat(tellOnce(it -> it.mocks().save(SHOP, List.of(Samples.mock("a")))))
                .as("a write that makes the namespace")
                .containsExactlyInAnyOrder(change(NAMESPACE, SHOP), change(MOCK, "a"));
    }

    @Test
    default void tells_nothing_when_nothing_was_written() {
        repository().mocks().save(SHOP, Samples.mocks("m", 2));
        repository().mocks().delete(SHOP, List.of("m1"));
        repository().counters().next(SHOP, used("m0"), 1);

        assertSilent(it -> it.namespaces().create(SHOP));
        assertSilent(it -> it.namespaces().delete("unknown"));
        assertSilent(it -> it.mocks().replace(SHOP, List.of("unknown"), List.of()));
        assertSilent(it -> it.mocks().delete(SHOP, List.of("unknown", "m1")));
        assertSilent(it -> it.mocks().restore(SHOP, List.of("unknown", "m0")));
        assertSilent(it -> it.mocks().purge(SHOP, List.of("unknown")));
        assertSilent(it -> it.mocks().label(SHOP, List.of("unknown", "m1"), new MockLabel.Folder("f")));
        assertSilent(it -> it.folders().delete(SHOP, "unknown"));
        assertSilent(it -> assertThatIllegalArgumentException()
                .isThrownBy(() -> it.folders().save(SHOP, folder("f", "unknown"))));
        assertSilent(it -> it.stores().update(SHOP, StoreId.global(), store -> store.remove("unknown")));
        assertSilent(it -> it.counters().next(SHOP, used("m0"), 1));
        assertSilent(it -> it.counters().compareAndSet(SHOP, "checkout", "paid", "shipped"));
        assertSilent(it -> it.undefinedRequests().ignore(SHOP, "unknown"));
        assertSilent(it -> it.undefinedRequests().delete(SHOP, List.of("unknown")));
        assertSilent(it -> it.mocks().delete("elsewhere", List.of("m0")));
    }

    /** What every node was told of one write; all of it has the next revision. */
    private List<Change> tellOnce(Consumer<Repository> write) {
        long before = repository().changes().revision(SHOP);
        List<Recorder> recorders = told(write);
        for (Recorder recorder : recorders) {
            recorder.assertOrderly();
            assertThat(recorder.changes())
                    .containsExactlyInAnyOrderElementsOf(recorders.get(0).changes())
                    .allSatisfy(change -> assertThat(change.revision()).isEqualTo(before + 1));
        }
        assertThat(nodes())
                .allSatisfy(node -> assertThat(node.changes().revision(SHOP)).isEqualTo(before + 1));
        return recorders.get(0).changes();
    }

    private void assertTold(Consumer<Repository> write, Change.Kind kind, String... ids) {
        List<Change> changes = tellOnce(write);
        assertThat(changes).extracting(Change::kind).containsOnly(kind);
        assertThat(changes).extracting(Change::id).containsExactlyInAnyOrder(ids);
    }

    private void assertSilent(Consumer<Repository> write) {
        long before = repository().changes().revision(SHOP);
        assertThat(told(write))
                .allSatisfy(recorder -> assertThat(recorder.changes()).isEmpty());
        assertThat(repository().changes().revision(SHOP)).isEqualTo(before);
    }

    private Change change(Change.Kind kind, String id) {
        return new Change(SHOP, repository().changes().revision(SHOP), kind, id);
    }

    private static MockFolder folder(String id, @Nullable String parent) {
        return new MockFolder(id, parent, id, 0, Samples.NOON, Samples.NOON);
    }

    private static CounterId used(String mock) {
        return new CounterId(mock, 1, CounterId.Kind.USE);
    }
}
