package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mockarty.mock.Mock;
import io.mockarty.repository.MockFolder;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Folders form trees, and what lies in a folder outlives it. */
public interface FolderContract extends RepositoryContract {

    @Test
    default void keeps_a_folder_as_it_is() {
        MockFolder folder = new MockFolder(
                "f",
                null,
                "O'Brien's 100% \"東京\" 😀",
                -7,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Instant.parse("2026-02-03T04:05:06.789Z"));

        repository().folders().save(SHOP, folder);

        assertThat(readers()).allSatisfy(node -> {
            assertThat(node.folders().all(SHOP)).containsExactly(folder);
            assertThat(node.folders().all("elsewhere")).isEmpty();
        });
    }

    @Test
    default void lists_folders_by_sort_order_and_then_by_name() {
        save("1", null, "b", 5);
        save("2", null, "a", 5);
        save("3", "1", "z", -1);
        save("4", null, "B", 5);
        save("5", null, "y", 10);

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.folders().all(SHOP))
                        .extracting(MockFolder::id)
                        .containsExactly("3", "4", "2", "1", "5"));
    }

    @Test
    default void changes_a_folder_with_a_known_id() {
        save("outer", null, "outer", 0);
        save("f", null, "before", 1);

        save("f", "outer", "after", 2);

        assertThat(readers()).allSatisfy(node -> {
            assertThat(node.folders().all(SHOP)).hasSize(2);
            MockFolder changed = find(node, "f");
            assertThat(changed.name()).isEqualTo("after");
            assertThat(changed.parentId()).isEqualTo("outer");
            assertThat(changed.sortOrder()).isEqualTo(2);
        });
    }

    @Test
    default void keeps_folders_of_odd_names_apart() {
        for (String id : Samples.ODD_NAMES) {
            save(id, null, id, 0);
        }

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.folders().all(SHOP))
                        .extracting(MockFolder::id)
                        .containsExactlyInAnyOrderElementsOf(Samples.ODD_NAMES));
    }

    @Test
    default void refuses_a_parent_that_does_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> save("f", "unknown", "f", 0));

        assertThat(readers()).allSatisfy(node -> {
            assertThat(node.folders().all(SHOP)).isEmpty();
            assertThat(node.changes().revision(SHOP)).isZero();
        });
    }

    @Test
    default void refuses_a_parent_of_another_namespace() {
        repository().folders().save("elsewhere", folder("outer", null, "outer", 0));

        assertThatIllegalArgumentException().isThrownBy(() -> save("f", "outer", "f", 0));
    }

    @Test
    default void refuses_a_folder_in_itself() {
        assertThatIllegalArgumentException().isThrownBy(() -> save("new", "new", "new", 0));
        save("a", null, "a", 0);
        save("b", "a", "b", 0);
        save("c", "b", "c", 0);

        assertThatIllegalArgumentException().isThrownBy(() -> save("a", "a", "a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> save("a", "c", "a", 0));

        assertThat(readers())
                .allSatisfy(node -> assertThat(find(node, "a").parentId()).isNull());
    }

    @Test
    default void moves_what_lies_in_a_deleted_folder_into_the_folder_around_it() {
        save("outer", null, "outer", 0);
        save("middle", "outer", "middle", 0);
        save("inner", "middle", "inner", 0);
        repository().mocks().save(SHOP, List.of(in("middle", "a"), in("middle", "gone"), in("inner", "b")));
        repository().mocks().delete(SHOP, List.of("gone"));

        assertThat(repository().folders().delete(SHOP, "middle")).isTrue();

        long revision = repository().changes().revision(SHOP);
        for (Repository node : readers()) {
            assertThat(node.folders().all(SHOP)).extracting(MockFolder::id).containsExactlyInAnyOrder("outer", "inner");
            assertThat(find(node, "inner").parentId()).isEqualTo("outer");
            StoredMock moved = node.mocks().find(SHOP, "a").orElseThrow();
            assertThat(moved.document().folderId()).isEqualTo("outer");
            assertThat(moved.version()).isEqualTo(1);
            assertThat(moved.revision()).isEqualTo(revision);
            assertThat(node.mocks().find(SHOP, "b").orElseThrow().document().folderId())
                    .isEqualTo("inner");
        }
        StoredMock restored =
                repository().mocks().restore(SHOP, List.of("gone")).get(0);
        assertThat(restored.document().folderId()).isEqualTo("outer");
    }

    @Test
    default void moves_what_lies_in_a_deleted_folder_out_of_all_folders_when_none_is_around_it() {
        save("f", null, "f", 0);
        save("inner", "f", "inner", 0);
        repository().mocks().save(SHOP, List.of(in("f", "a")));

        repository().folders().delete(SHOP, "f");

        assertThat(readers()).allSatisfy(node -> {
            assertThat(find(node, "inner").parentId()).isNull();
            assertThat(node.mocks().find(SHOP, "a").orElseThrow().document().folderId())
                    .isNull();
            assertThat(node.mocks()
                            .list(SHOP, MockQuery.all().inFolder("f"), 0, 9)
                            .items())
                    .isEmpty();
        });
    }

    @Test
    default void does_not_delete_a_folder_it_does_not_know() {
        save("f", null, "f", 0);

        assertThat(repository().folders().delete(SHOP, "unknown")).isFalse();
        assertThat(repository().folders().delete("elsewhere", "f")).isFalse();
        assertThat(repository().folders().all(SHOP)).hasSize(1);
    }

    private static Mock in(String folder, String id) {
        return Samples.mock(id).toBuilder().folderId(folder).build();
    }

    private void save(String id, @Nullable String parent, String name, int sortOrder) {
        repository().folders().save(SHOP, folder(id, parent, name, sortOrder));
    }

    private static MockFolder folder(String id, @Nullable String parent, String name, int sortOrder) {
        return new MockFolder(id, parent, name, sortOrder, Samples.NOON, Samples.NOON);
    }

    private static MockFolder find(Repository node, String id) {
        return node.folders().all(SHOP).stream()
                .filter(folder -> folder.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
