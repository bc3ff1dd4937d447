package io.mockarty.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private final Headers headers = Headers.of("X-Tag", "a", "Accept", "text/html", "x-tag", "b");

    @ParameterizedTest
    @ValueSource(strings = {"X-Tag", "x-tag", "X-TAG"})
    void finds_a_field_whatever_the_case_of_its_name(String name) {
        assertThat(headers.first(name)).isEqualTo("a");
        assertThat(headers.all(name)).containsExactly("a", "b");
        assertThat(headers.asMap().get(name)).containsExactly("a", "b");
    }

    @Test
    void a_field_that_is_not_there_has_no_value() {
        assertThat(headers.first("Host")).isNull();
        assertThat(headers.all("Host")).isEmpty();
        assertThat(headers.asMap()).doesNotContainKey("Host");
    }

    @Test
    void keeps_the_order_and_spelling_of_fields() {
        List<String> seen = new ArrayList<>();

        headers.forEach((name, value) -> seen.add(name + "=" + value));

        assertThat(seen).containsExactly("X-Tag=a", "Accept=text/html", "x-tag=b");
        assertThat(headers.size()).isEqualTo(3);
    }

    @Test
    void can_be_made_from_a_map() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        map.put("X-Tag", List.of("a"));
        map.put("Accept", List.of("text/html"));
        map.put("x-tag", List.of("b"));

        assertThat(Headers.of(map)).isEqualTo(headers).hasSameHashCodeAs(headers);
    }

    @Test
    void can_be_built_field_by_field() {
        Headers.Builder builder = Headers.builder();
        for (int i = 0; i < 100; i++) {
            builder.add("n", String.valueOf(i));
        }

        assertThat(builder.build().all("N")).hasSize(100).startsWith("0").endsWith("99");
        assertThat(Headers.builder().build()).isSameAs(Headers.empty());
    }

    @Test
    void refuses_a_name_without_value() {
        assertThatIllegalArgumentException().isThrownBy(() -> Headers.of("a", "1", "b"));
    }

    @Test
    void the_map_cannot_be_changed() {
        assertThatThrownBy(() -> headers.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
