package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.Mock;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Page;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Mocks are listed page by page, narrowed down by text, tags, folder and chain. */
public interface QueryContract extends RepositoryContract {

    @Test
    default void lists_page_by_page() {
        repository().mocks().save(SHOP, Samples.mocks("m", 5));

        for (Repository node : readers()) {
            Page<StoredMock> middle = node.mocks().list(SHOP, MockQuery.all(), 2, 2);
            assertThat(Samples.ids(middle.items())).containsExactly("m2", "m3");
            assertThat(middle.total()).isEqualTo(5);
            assertThat(middle.offset()).isEqualTo(2);
            assertThat(middle.hasMore()).isTrue();
            assertThat(node.mocks().list(SHOP, MockQuery.all(), 4, 2).hasMore()).isFalse();
        }
    }

    @Test
    default void counts_the_whole_list_on_empty_pages_too() {
        repository().mocks().save(SHOP, Samples.mocks("m", 3));

        assertThat(repository().mocks().list(SHOP, MockQuery.all(), 0, 0)).isEqualTo(new Page<>(List.of(), 3, 0));
        assertThat(repository().mocks().list(SHOP, MockQuery.all(), 7, 5)).isEqualTo(new Page<>(List.of(), 3, 7));
        assertThat(repository().mocks().list("elsewhere", MockQuery.all(), 0, 5).total())
                .isZero();
    }

    @Test
    default void finds_text_in_id_tags_and_protocol_context_in_any_case() {
        save("Order-1", mock -> mock);
        save("b", mock -> mock.tags(List.of("x", "Reordered")));
        save("c", mock -> Samples.mock("c", "/v1/ORDERS").toBuilder());
        save("d", mock -> mock.put("note", "order"));
        save("e", mock -> mock.put("response", Map.of("payload", "order")));

        assertFound(MockQuery.all().containing("order"), "Order-1", "b", "c");
        assertFound(MockQuery.all().containing("ORDER"), "Order-1", "b", "c");
        assertFound(MockQuery.all().containing("nothing like it"));
    }

    @Test
    default void finds_text_beyond_ascii_in_any_case() {
        save("ÜBER-東京", mock -> mock);
        save("uber", mock -> mock);

        assertFound(MockQuery.all().containing("über"), "ÜBER-東京");
        assertFound(MockQuery.all().containing("京"), "ÜBER-東京");
    }

    @Test
    default void takes_wildcards_and_quotes_in_a_text_literally() {
        save("100%", mock -> mock);
        save("100x", mock -> mock);
        save("a_b", mock -> mock);
        save("axb", mock -> mock);
        save("back\\slash", mock -> mock);
        save("it's", mock -> mock);

        assertFound(MockQuery.all().containing("0%"), "100%");
        assertFound(MockQuery.all().containing("%"), "100%");
        assertFound(MockQuery.all().containing("a_b"), "a_b");
        assertFound(MockQuery.all().containing("\\"), "back\\slash");
        assertFound(MockQuery.all().containing("'"), "it's");
        assertFound(MockQuery.all().containing("*"));
        assertFound(MockQuery.all().containing("[a-z]"));
    }

    @Test
    default void finds_mocks_that_have_all_tags() {
        save("a", mock -> mock.tags(List.of("red", "green")));
        save("b", mock -> mock.tags(List.of("red", "green", "blue")));
        save("c", mock -> mock.tags(List.of("reddish", "RED", "g%")));

        assertFound(MockQuery.all().tagged(List.of("red")), "a", "b");
        assertFound(MockQuery.all().tagged(List.of("blue", "red")), "b");
        assertFound(MockQuery.all().tagged(List.of("r%d")));
        assertFound(MockQuery.all().tagged(List.of("g_")));
        assertFound(MockQuery.all().tagged(List.of()), "a", "b", "c");
    }

    @Test
    default void finds_mocks_by_tags_of_odd_names() {
        for (int i = 0; i < Samples.ODD_NAMES.size(); i++) {
            String tag = Samples.ODD_NAMES.get(i);
            save("m" + i, mock -> mock.tags(List.of("common", tag)));
        }

        for (int i = 0; i < Samples.ODD_NAMES.size(); i++) {
            assertFound(MockQuery.all().tagged(List.of(Samples.ODD_NAMES.get(i))), "m" + i);
        }
    }

    @Test
    default void finds_the_mocks_of_a_folder_or_a_chain() {
        save("a", mock -> mock.folderId("f").chainId("c"));
        save("b", mock -> mock.folderId("f"));
        save("c", mock -> mock.chainId("c"));
        save("d", mock -> mock.folderId("F").chainId("C"));

        assertFound(MockQuery.all().inFolder("f"), "a", "b");
        assertFound(MockQuery.all().inChain("c"), "a", "c");
        assertFound(MockQuery.all().inFolder("f").inChain("c"), "a");
        assertFound(MockQuery.all().inFolder("%"));
    }

    @Test
    default void needs_all_that_a_query_says() {
        save("order-a", mock -> mock.tags(List.of("t")).folderId("f"));
        save("order-b", mock -> mock.tags(List.of("t")));
        save("order-c", mock -> mock.folderId("f"));
        save("other", mock -> mock.tags(List.of("t")).folderId("f"));

        assertFound(MockQuery.all().containing("order").tagged(List.of("t")).inFolder("f"), "order-a");
    }

    @Test
    default void narrows_down_deleted_mocks_as_living_ones() {
        save("a", mock -> mock.tags(List.of("t")));
        save("b", mock -> mock.tags(List.of("t")));
        save("c", mock -> mock);
        repository().mocks().delete(SHOP, List.of("a", "c"));

        assertFound(MockQuery.all().onlyDeleted(), "a", "c");
        assertFound(MockQuery.all().onlyDeleted().tagged(List.of("t")), "a");
        assertFound(MockQuery.all().onlyDeleted().containing("c"), "c");
        assertFound(MockQuery.all().tagged(List.of("t")), "b");
    }

    @Test
    default void finds_the_latest_content_only() {
        save("a", mock -> mock.tags(List.of("old")).folderId("old"));
        save("a", mock -> mock.tags(List.of("new")));

        assertFound(MockQuery.all().tagged(List.of("old")));
        assertFound(MockQuery.all().inFolder("old"));
        assertFound(MockQuery.all().containing("new"), "a");
    }

    @Test
    default void counts_the_tags_of_living_mocks() {
        save("a", mock -> mock.tags(List.of("z", "O'Brien", "twice", "twice")));
        save("b", mock -> mock.tags(List.of("z", "B", "é")));
        save("deleted", mock -> mock.tags(List.of("z", "gone")));
        repository().mocks().delete(SHOP, List.of("deleted"));

        for (Repository node : readers()) {
            assertThat(new ArrayList<>(node.mocks().tags(SHOP).entrySet()))
                    .extracting(Object::toString)
                    .containsExactly("B=1", "O'Brien=1", "twice=1", "z=2", "é=1");
        }
        assertThat(repository().mocks().tags("elsewhere")).isEmpty();
    }

    private void save(String id, UnaryOperator<Mock.Builder> change) {
        repository()
                .mocks()
                .save(SHOP, List.of(change.apply(Samples.mock(id).toBuilder()).build()));
    }

    private void assertFound(MockQuery query, String... ids) {
        for (Repository node : readers()) {
            Page<StoredMock> page = node.mocks().list(SHOP, query, 0, 100);
            assertThat(Samples.ids(page.items())).as("%s", query).containsExactly(ids);
            assertThat(page.total()).isEqualTo(ids.length);
        }
    }
}
