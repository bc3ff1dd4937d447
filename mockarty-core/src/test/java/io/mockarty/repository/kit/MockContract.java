package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mockarty.mock.Mock;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mocks are saved and found, all of them or none. */
public interface MockContract extends RepositoryContract {

    @Test
    default void finds_what_was_saved_on_every_node() {
        StoredMock saved = save(Samples.mock("a"));

        assertThat(saved.id()).isEqualTo("a");
        assertThat(saved.document().namespace()).isEqualTo(SHOP);
        assertThat(saved.isDeleted()).isFalse();
        for (Repository node : readers()) {
            assertThat(node.mocks().find(SHOP, "a")).contains(saved);
            assertThat(node.mocks().find(SHOP, "b")).isEmpty();
            assertThat(node.mocks().find("elsewhere", "a")).isEmpty();
        }
    }

    @Test
    default void returns_saved_mocks_in_the_order_given() {
        save(Samples.mock("b"));

        assertThat(save(Samples.mock("c"), Samples.mock("b"), Samples.mock("a")))
                .containsExactly("c", "b", "a");
    }

    @Test
    default void counts_versions_from_one() {
        assertThat(save(Samples.mock("a")).version()).isEqualTo(1);
        assertThat(save(Samples.mock("a", "/other")).version()).isEqualTo(2);
        assertThat(save(Samples.mock("b")).version()).isEqualTo(1);
    }

    @Test
    default void makes_a_version_even_of_the_same_content() {
        save(Samples.mock("a"));

        assertThat(save(Samples.mock("a")).version()).isEqualTo(2);
    }

    @Test
    default void gives_later_contents_higher_ordinals() {
        List<StoredMock> first = repository().mocks().save(SHOP, Samples.mocks("m", 3));
        StoredMock again = save(Samples.mock("m0"));

        assertThat(first).extracting(StoredMock::ordinal).isSorted().doesNotHaveDuplicates();
        assertThat(again.ordinal()).isGreaterThan(first.get(2).ordinal());
        assertThat(Samples.ids(readAll(repository()))).containsExactly("m1", "m2", "m0");
    }

    @Test
    default void gives_all_mocks_of_one_write_one_revision() {
        List<StoredMock> first = repository().mocks().save(SHOP, Samples.mocks("m", 3));
        long revision = repository().changes().revision(SHOP);
        StoredMock next = save(Samples.mock("n"));

        assertThat(first).extracting(StoredMock::revision).containsOnly(revision);
        assertThat(next.revision()).isEqualTo(revision + 1);
    }

    @Test
    default void keeps_mocks_of_odd_names_apart() {
        repository()
                .mocks()
                .save(SHOP, Samples.ODD_NAMES.stream().map(Samples::mock).toList());

        for (Repository node : readers()) {
            assertThat(Samples.ids(readAll(node))).containsExactlyElementsOf(Samples.ODD_NAMES);
            for (String id : Samples.ODD_NAMES) {
                assertThat(node.mocks().find(SHOP, id).map(StoredMock::id)).contains(id);
            }
        }
    }

    @Test
    default void finds_many_mocks_at_once_and_leaves_out_those_it_does_not_know() {
        repository().mocks().save(SHOP, Samples.mocks("m", 1_500));
        List<String> wanted =
                new ArrayList<>(Samples.mocks("m", 1_500).stream().map(Mock::id).toList());
        wanted.add("unknown");

        for (Repository node : readers()) {
            assertThat(node.mocks().findAll(SHOP, wanted)).hasSize(1_500);
            assertThat(node.mocks().findAll(SHOP, List.of())).isEmpty();
        }
    }

    @Test
    default void reads_all_living_mocks_in_the_order_they_were_saved() {
        repository().mocks().save(SHOP, Samples.mocks("m", 1_500));
        repository().mocks().delete(SHOP, List.of("m7"));

        for (Repository node : readers()) {
            List<StoredMock> all = readAll(node);
            assertThat(all).hasSize(1_499).extracting(StoredMock::ordinal).isSorted();
            assertThat(Samples.ids(all))
                    .startsWith("m0", "m1")
                    .doesNotContain("m7")
                    .endsWith("m1498", "m1499");
            assertThat(node.mocks().findAll(SHOP, List.of("m8"))).containsExactly(all.get(7));
        }
    }

    @Test
    default void saves_nothing_when_a_mock_has_no_id() {
        Mock nameless = Mock.fromJson("{\"http\": {\"route\": \"/a\"}, \"response\": {}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().mocks().save(SHOP, List.of(Samples.mock("a"), nameless)));

        assertNothingWasWritten();
    }

    @Test
    default void saves_nothing_when_an_id_stands_twice() {
        List<Mock> twice = List.of(Samples.mock("a"), Samples.mock("b"), Samples.mock("a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().mocks().save(SHOP, twice));

        assertNothingWasWritten();
    }

    @Test
    default void deletes_nothing_when_what_comes_in_place_is_refused() {
        StoredMock kept = save(Samples.mock("old"));
        List<Mock> twice = Collections.nCopies(2, Samples.mock("new"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().mocks().replace(SHOP, List.of("old"), twice));

        assertThat(readers()).allSatisfy(node -> assertThat(readAll(node)).containsExactly(kept));
    }

    private void assertNothingWasWritten() {
        assertThat(readers()).allSatisfy(node -> {
            assertThat(readAll(node)).isEmpty();
            assertThat(node.changes().revision(SHOP)).isZero();
            assertThat(node.namespaces().names()).isEmpty();
        });
    }

    private StoredMock save(Mock mock) {
        return repository().mocks().save(SHOP, List.of(mock)).get(0);
    }

    private List<String> save(Mock... mocks) {
        return Samples.ids(repository().mocks().save(SHOP, List.of(mocks)));
    }

    private static List<StoredMock> readAll(Repository node) {
        List<StoredMock> all = new ArrayList<>();
        node.mocks().readAll(SHOP, all::add);
        return all;
    }
}
