package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stores are read and written in steps that nobody interrupts. */
public interface StoreContract extends RepositoryContract {

    /** What work and listeners throw that go wrong; without a stack trace, to keep logs short. */
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure() {
            super("on purpose", null, false, false);
        }
    }

    @Test
    default void is_empty_before_anybody_wrote() {
        assertThat(repository().stores().content(SHOP, StoreId.global())).isEmpty();
        assertThat(repository().stores().content(SHOP, StoreId.chain("c"))).isEmpty();
    }

    @Test
    default void reads_what_was_written() {
        write(store -> {
            store.put("a", 1L);
            store.put("b", "two");
        });
        write(store -> store.put("a", 3L));

        assertContent(StoreId.global(), Map.of("a", 3L, "b", "two"));
    }

    @Test
    default void sees_its_own_writes() {
        write(store -> {
            store.put("old", 1L);
            store.put("gone", 1L);
        });

        write(store -> {
            store.put("new", 2L);
            assertThat(store.remove("gone")).isTrue();
            assertThat(store.remove("gone")).isFalse();
            assertThat(store.has("new")).isTrue();
            assertThat(store.has("gone")).isFalse();
            assertThat(store.get("new")).isEqualTo(2L);
            assertThat(store.get("gone")).isNull();
            assertThat(store.get("old")).isEqualTo(1L);
            assertThat(store.content()).containsExactly(entry("new", 2L), entry("old", 1L));
        });

        assertContent(StoreId.global(), Map.of("new", 2L, "old", 1L));
    }

    @Test
    default void tells_a_null_from_an_absent_value() {
        write(store -> store.put("null", null));

        write(store -> {
            assertThat(store.has("null")).isTrue();
            assertThat(store.get("null")).isNull();
            assertThat(store.has("absent")).isFalse();
        });
        for (Repository node : readers()) {
            assertThat(node.stores().content(SHOP, StoreId.global()))
                    .containsKey("null")
                    .containsEntry("null", null)
                    .doesNotContainKey("absent");
        }
        assertThat(repository().stores().<Boolean>update(SHOP, StoreId.global(), store -> store.remove("null")))
                .isTrue();
    }

    @Test
    default void empties_a_store() {
        write(store -> store.put("a", 1L));
        write(store -> store.remove("a"));

        assertContent(StoreId.global(), Map.of());
    }

    @Test
    default void returns_what_the_work_returns() {
        String result = repository().stores().update(SHOP, StoreId.global(), store -> "done");
        @Nullable String nothing = repository().stores().update(SHOP, StoreId.global(), store -> null);

        assertThat(result).isEqualTo("done");
        assertThat(nothing).isNull();
    }

    @Test
    default void writes_nothing_when_the_work_fails() {
        write(store -> store.put("a", 1L));
        long revision = repository().changes().revision(SHOP);

        assertThatThrownBy(() -> write(store -> {
                    store.put("a", 2L);
                    store.put("b", 2L);
                    store.remove("a");
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);

        assertContent(StoreId.global(), Map.of("a", 1L));
        assertThat(repository().changes().revision(SHOP)).isEqualTo(revision);
        write(store -> store.put("b", 3L));
        assertContent(StoreId.global(), Map.of("a", 1L, "b", 3L));
    }

    @Test
    default void keeps_the_stores_of_chains_apart() {
        List<String> chains = new ArrayList<>(Samples.ODD_NAMES);
        chains.addAll(List.of("", "global", "chain:", "chain:a"));
        write(store -> store.put("who", "the global one"));
        for (String chain : chains) {
            repository().stores().update(SHOP, StoreId.chain(chain), store -> {
                store.put("who", chain);
                return null;
            });
        }

        assertContent(StoreId.global(), Map.of("who", "the global one"));
        for (String chain : chains) {
            assertContent(StoreId.chain(chain), Map.of("who", chain));
        }
    }

    @Test
    default void keeps_content_that_was_read_as_it_was() {
        write(store -> store.put("a", 1L));
        Map<String, @Nullable Object> before = repository().stores().content(SHOP, StoreId.global());

        write(store -> store.put("a", 2L));

        assertThat(before).containsExactly(entry("a", 1L));
    }

    @Test
    default void copies_content_for_the_work() {
        write(store -> store.put("a", 1L));

        repository().stores().update(SHOP, StoreId.global(), store -> {
            Map<String, @Nullable Object> first = store.content();
            store.put("b", 2L);
            Map<String, @Nullable Object> second = store.content();
            store.put("c", 3L);
            assertThat(first).containsExactly(entry("a", 1L));
            assertThat(second).containsExactly(entry("a", 1L), entry("b", 2L));
            return null;
        });
    }

    @Test
    default void writes_nothing_when_the_work_only_reads() {
        write(store -> store.put("a", 1L));
        long revision = repository().changes().revision(SHOP);

        assertThat(repository().stores().<@Nullable Object>update(SHOP, StoreId.global(), store -> store.get("a")))
                .isEqualTo(1L);

        assertThat(repository().changes().revision(SHOP)).isEqualTo(revision);
    }

    private void write(Consumer<StoreTransaction> work) {
        repository().stores().update(SHOP, StoreId.global(), store -> {
            work.accept(store);
            return null;
        });
    }

    private void assertContent(StoreId id, Map<String, Object> expected) {
        for (Repository node : readers()) {
            assertThat(node.stores().content(SHOP, id)).as("%s", id).isEqualTo(expected);
        }
    }
}
