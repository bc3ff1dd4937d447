package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mockarty.mock.Mock;
import io.mockarty.repository.CounterId;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mocks are deleted, restored and purged, or replaced by others. */
public interface MockLifecycleContract extends RepositoryContract {

    @Test
    default void no_longer_finds_deleted_mocks() {
        repository().mocks().save(SHOP, Samples.mocks("m", 3));

        assertThat(repository().mocks().delete(SHOP, List.of("m1", "unknown"))).containsExactly("m1");

        for (Repository node : readers()) {
            assertThat(node.mocks().find(SHOP, "m1")).isEmpty();
            assertThat(node.mocks().findAll(SHOP, List.of("m0", "m1"))).hasSize(1);
            assertThat(Samples.ids(
                            node.mocks().list(SHOP, MockQuery.all(), 0, 9).items()))
                    .containsExactly("m0", "m2");
        }
    }

    @Test
    default void deletes_a_mock_once() {
        save(Samples.mock("a"));
        repository().mocks().delete(SHOP, List.of("a"));

        assertThat(repository().mocks().delete(SHOP, List.of("a"))).isEmpty();
    }

    @Test
    default void lists_deleted_mocks_with_the_time_they_were_deleted() {
        StoredMock saved = save(Samples.mock("a"));
        save(Samples.mock("alive"));
        long before = System.currentTimeMillis();
        repository().mocks().delete(SHOP, List.of("a"));

        for (Repository node : readers()) {
            StoredMock deleted = node.mocks()
                    .list(SHOP, MockQuery.all().onlyDeleted(), 0, 9)
                    .items()
                    .get(0);
            assertThat(deleted.isDeleted()).isTrue();
            assertThat(deleted.document().closedAt()).isBetween(before - 60_000, before + 60_000);
            assertThat(deleted.version()).isEqualTo(saved.version());
            assertThat(deleted.ordinal()).isEqualTo(saved.ordinal());
            assertThat(deleted.revision()).isGreaterThan(saved.revision());
        }
    }

    @Test
    default void restores_a_mock_as_it_was() {
        StoredMock saved = save(Samples.tagged("a", "t"));
        repository().mocks().delete(SHOP, List.of("a"));

        List<StoredMock> restored = repository().mocks().restore(SHOP, List.of("a", "unknown"));

        assertThat(restored).singleElement().satisfies(mock -> {
            assertThat(mock.document().toJson()).isEqualTo(saved.document().toJson());
            assertThat(mock.version()).isEqualTo(saved.version());
            assertThat(mock.ordinal()).isEqualTo(saved.ordinal());
            assertThat(mock.revision()).isEqualTo(saved.revision() + 2);
        });
        for (Repository node : readers()) {
            assertThat(node.mocks().find(SHOP, "a")).contains(restored.get(0));
            assertThat(node.mocks()
                            .list(SHOP, MockQuery.all().onlyDeleted(), 0, 9)
                            .items())
                    .isEmpty();
        }
    }

    @Test
    default void does_not_restore_what_is_alive() {
        StoredMock saved = save(Samples.mock("a"));

        assertThat(repository().mocks().restore(SHOP, List.of("a"))).isEmpty();
        assertThat(repository().mocks().find(SHOP, "a")).contains(saved);
    }

    @Test
    default void restores_a_mock_with_what_it_has_counted() {
        save(Samples.mock("a"));
        CounterId used = new CounterId("a", 1, CounterId.Kind.USE);
        repository().counters().next(SHOP, used, 9);

        repository().mocks().delete(SHOP, List.of("a"));
        repository().mocks().restore(SHOP, List.of("a"));

        assertThat(readers())
                .allSatisfy(
                        node -> assertThat(node.counters().value(SHOP, used)).isEqualTo(1));
    }

    @Test
    default void brings_a_deleted_mock_back_to_life_when_it_is_saved() {
        save(Samples.mock("a"));
        repository().mocks().delete(SHOP, List.of("a"));

        StoredMock again = save(Samples.mock("a", "/again"));

        assertThat(again.version()).isEqualTo(2);
        assertThat(again.isDeleted()).isFalse();
        assertThat(readers())
                .allSatisfy(node -> assertThat(node.mocks().find(SHOP, "a")).contains(again));
    }

    @Test
    default void saves_a_document_that_says_it_was_deleted_as_one_that_is_alive() {
        Mock closed = Samples.mock("a").toBuilder().closedAt(1_700_000_000_000L).build();

        assertThat(save(closed).isDeleted()).isFalse();
        assertThat(readers())
                .allSatisfy(node -> assertThat(node.mocks().find(SHOP, "a")).isPresent());
    }

    @Test
    default void forgets_a_purged_mock_with_versions_counters_and_requests() {
        save(Samples.mock("a"));
        save(Samples.mock("b"));
        repository().counters().next(SHOP, new CounterId("a", 1, CounterId.Kind.USE), 9);
        repository().requestLogs().append(SHOP, List.of(Samples.logged("a", 1), Samples.logged("b", 2)), Map.of());

        assertThat(repository().mocks().purge(SHOP, List.of("a", "unknown"))).containsExactly("a");

        for (Repository node : readers()) {
            assertThat(node.mocks().find(SHOP, "a")).isEmpty();
            assertThat(node.mocks().versions(SHOP, "a")).isEmpty();
            assertThat(node.mocks().restore(SHOP, List.of("a"))).isEmpty();
            assertThat(node.counters().value(SHOP, new CounterId("a", 1, CounterId.Kind.USE)))
                    .isZero();
            assertThat(Samples.seconds(node.requestLogs().all(SHOP))).containsExactly(2L);
            assertThat(node.mocks().find(SHOP, "b")).isPresent();
        }
        assertThat(save(Samples.mock("a")).version()).isEqualTo(1);
    }

    @Test
    default void purges_deleted_mocks_too() {
        save(Samples.mock("a"));
        repository().mocks().delete(SHOP, List.of("a"));

        assertThat(repository().mocks().purge(SHOP, List.of("a"))).containsExactly("a");
        assertThat(repository().mocks().purge(SHOP, List.of("a"))).isEmpty();
    }

    @Test
    default void replaces_mocks_in_one_step() {
        repository().mocks().save(SHOP, Samples.mocks("old", 2));
        long revision = repository().changes().revision(SHOP);

        List<StoredMock> saved =
                repository().mocks().replace(SHOP, List.of("old0", "old1", "unknown"), Samples.mocks("new", 2));

        assertThat(saved).extracting(StoredMock::revision).containsOnly(revision + 1);
        for (Repository node : readers()) {
            assertThat(node.mocks().list(SHOP, MockQuery.all(), 0, 9).items()).isEqualTo(saved);
            assertThat(node.mocks()
                            .list(SHOP, MockQuery.all().onlyDeleted(), 0, 9)
                            .items())
                    .extracting(StoredMock::id, StoredMock::revision)
                    .containsExactly(tuple("old0", revision + 1), tuple("old1", revision + 1));
        }
    }

    @Test
    default void keeps_a_mock_that_is_both_deleted_and_saved() {
        save(Samples.mock("a"));

        StoredMock saved = repository()
                .mocks()
                .replace(SHOP, List.of("a"), List.of(Samples.mock("a", "/next")))
                .get(0);

        assertThat(saved.version()).isEqualTo(2);
        assertThat(readers())
                .allSatisfy(node -> assertThat(node.mocks().find(SHOP, "a")).contains(saved));
    }

    @Test
    default void deletes_restores_and_purges_mocks_of_odd_names() {
        repository()
                .mocks()
                .save(SHOP, Samples.ODD_NAMES.stream().map(Samples::mock).toList());

        assertThat(repository().mocks().delete(SHOP, Samples.ODD_NAMES))
                .containsExactlyInAnyOrderElementsOf(Samples.ODD_NAMES);
        assertThat(Samples.ids(repository().mocks().restore(SHOP, Samples.ODD_NAMES)))
                .containsExactlyInAnyOrderElementsOf(Samples.ODD_NAMES);
        assertThat(repository().mocks().purge(SHOP, Samples.ODD_NAMES))
                .containsExactlyInAnyOrderElementsOf(Samples.ODD_NAMES);
    }

    private StoredMock save(Mock mock) {
        return repository().mocks().save(SHOP, List.of(mock)).get(0);
    }
}
