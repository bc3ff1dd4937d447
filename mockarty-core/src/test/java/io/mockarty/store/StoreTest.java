package io.mockarty.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreTest {

    private final Store store = new Store();

    @Test
    void finds_a_dotted_key_as_it_was_stored() {
        store.put("app.version", "1.2");

        assertThat(store.get("app.version")).isEqualTo("1.2");
    }

    @Test
    void finds_a_member_of_a_stored_object() {
        store.put("app", Map.of("version", Map.of("major", 1)));

        assertThat(store.get("app.version.major")).isEqualTo(1L);
    }

    @Test
    void the_longer_key_wins_over_the_member_of_the_same_name() {
        store.put("app", Map.of("version", "nested"));
        store.put("app.version", "dotted");

        assertThat(store.get("app.version")).isEqualTo("dotted");
    }

    @Test
    void a_longer_key_that_leads_nowhere_does_not_hide_a_shorter_one_that_does() {
        store.put("app.version", "1.2");
        store.put("app", Map.of("version", Map.of("major", 1)));

        assertThat(store.get("app.version.major")).isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource({"a.b.c", "a.x", "x", "a.b.c.d", "a.", ".a", "''"})
    void what_is_not_there_is_null(String key) {
        store.put("a", Map.of("b", "text"));

        assertThat(store.get(key)).isNull();
    }

    @Test
    void a_stored_null_is_a_value() {
        store.put("app", Map.of("version", "hidden"));
        store.put("app.version", null);

        assertThat(store.get("app.version")).isNull();
        assertThat(store.asMap()).containsEntry("app.version", null);
        assertThat(store.remove("app.version")).isTrue();
        assertThat(store.get("app.version")).isEqualTo("hidden");
    }

    @Test
    void removes_the_exact_key_only() {
        store.put("app", Map.of("version", 1));

        assertThat(store.remove("app.version")).isFalse();
        assertThat(store.remove("app")).isTrue();
        assertThat(store.asMap()).isEmpty();
    }

    @Test
    void numbers_become_json_numbers() {
        store.put("int", 1);
        store.put("double", 1.5);

        assertThat(store.asMap()).containsEntry("int", 1L).containsEntry("double", new BigDecimal("1.5"));
    }

    @Test
    void stores_a_copy() {
        List<Object> list = new ArrayList<>(List.of(1));
        store.put("list", list);

        list.add(2);

        assertThat(store.get("list")).isEqualTo(List.of(1L));
    }

    @Test
    void refuses_what_has_no_json_form_and_stores_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.put("x", new Object()));
        assertThat(store.asMap()).isEmpty();
    }

    @Test
    void lists_its_content_by_key() {
        Store filled = new Store(Map.of("b", 1, "a", 2, "c", 3));

        assertThat(filled.asMap().keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void reads_and_writes_that_belong_together_lose_no_update() throws Exception {
        store.put("counter", 0);
        Callable<Void> addThousand = () -> {
            for (int i = 0; i < 1_000; i++) {
                store.update(locked -> {
                    locked.put("counter", (Long) locked.get("counter") + 1);
                    return true;
                });
            }
            return null;
        };

        inParallel(16, addThousand);

        assertThat(store.get("counter")).isEqualTo(16_000L);
    }

    @Test
    void a_failed_step_frees_the_store() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.update(locked -> {
                    throw new IllegalArgumentException("failed");
                }));

        inParallel(1, () -> {
            store.put("a", 1);
            return null;
        });

        assertThat(store.get("a")).isEqualTo(1L);
    }

    @Test
    void chains_have_stores_of_their_own() {
        Stores stores = new Stores();
        stores.chain("orders").put("id", 1);

        assertThat(stores.chain("orders").get("id")).isEqualTo(1L);
        assertThat(stores.chain("users").get("id")).isNull();
        assertThat(stores.global().get("id")).isNull();
    }

    private static void inParallel(int threads, Callable<Void> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (var done : pool.invokeAll(Collections.nCopies(threads, task), 30, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
