package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.MockLabel;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Moving and tagging changes mocks without making versions. */
public interface LabelContract extends RepositoryContract {

    @Test
    default void tags_mocks_without_a_version() {
        List<StoredMock> saved = repository().mocks().save(SHOP, Samples.mocks("m", 3));
        MockLabel.Tags label = new MockLabel.Tags(List.of("new", "O'Brien"));

        List<StoredMock> tagged = repository().mocks().label(SHOP, List.of("m0", "m2", "unknown"), label);

        assertThat(Samples.ids(tagged)).containsExactlyInAnyOrder("m0", "m2");
        for (Repository node : readers()) {
            StoredMock found = node.mocks().find(SHOP, "m0").orElseThrow();
            assertThat(tagged).contains(found);
            assertThat(found.document().toJson())
                    .isEqualTo(label.applyTo(saved.get(0).document()).toJson());
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.ordinal()).isEqualTo(saved.get(0).ordinal());
            assertThat(found.revision()).isEqualTo(saved.get(0).revision() + 1);
            assertThat(node.mocks().versions(SHOP, "m0")).hasSize(1);
            assertThat(node.mocks().find(SHOP, "m1")).contains(saved.get(1));
            assertThat(node.mocks().tags(SHOP)).isEqualTo(Map.of("new", 2L, "O'Brien", 2L));
        }
    }

    @Test
    default void replaces_all_tags_of_a_mock() {
        repository().mocks().save(SHOP, List.of(Samples.tagged("a", "old")));

        repository().mocks().label(SHOP, List.of("a"), new MockLabel.Tags(List.of("new")));

        assertThat(repository()
                        .mocks()
                        .list(SHOP, MockQuery.all().tagged(List.of("old")), 0, 9)
                        .items())
                .isEmpty();
        assertThat(repository()
                        .mocks()
                        .list(SHOP, MockQuery.all().containing("new"), 0, 9)
                        .items())
                .hasSize(1);
        repository().mocks().label(SHOP, List.of("a"), new MockLabel.Tags(List.of()));
        assertThat(repository().mocks().tags(SHOP)).isEmpty();
    }

    @Test
    default void moves_mocks_into_a_folder_and_out_of_it() {
        repository().mocks().save(SHOP, List.of(Samples.mock("a")));

        repository().mocks().label(SHOP, List.of("a"), new MockLabel.Folder("f"));
        assertThat(readers())
                .allSatisfy(node -> assertThat(Samples.ids(node.mocks()
                                .list(SHOP, MockQuery.all().inFolder("f"), 0, 9)
                                .items()))
                        .containsExactly("a"));

        repository().mocks().label(SHOP, List.of("a"), new MockLabel.Folder(null));
        assertThat(readers()).allSatisfy(node -> {
            assertThat(node.mocks().find(SHOP, "a").orElseThrow().document().folderId())
                    .isNull();
            assertThat(node.mocks()
                            .list(SHOP, MockQuery.all().inFolder("f"), 0, 9)
                            .items())
                    .isEmpty();
        });
    }

    @Test
    default void does_not_label_deleted_mocks() {
        repository().mocks().save(SHOP, Samples.mocks("m", 2));
        repository().mocks().delete(SHOP, List.of("m0"));

        List<StoredMock> labelled =
                repository().mocks().label(SHOP, List.of("m0", "m1"), new MockLabel.Tags(List.of("t")));

        assertThat(Samples.ids(labelled)).containsExactly("m1");
        StoredMock restored = repository().mocks().restore(SHOP, List.of("m0")).get(0);
        assertThat(restored.document().tags()).isEmpty();
    }

    @Test
    default void restores_a_labelled_mock_with_its_labels() {
        repository().mocks().save(SHOP, List.of(Samples.mock("a")));
        repository().mocks().label(SHOP, List.of("a"), new MockLabel.Tags(List.of("t")));

        repository().mocks().delete(SHOP, List.of("a"));
        repository().mocks().restore(SHOP, List.of("a"));

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.mocks().tags(SHOP)).containsOnlyKeys("t"));
    }
}
