package io.mockarty.perf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final List<String> KNOWN = List.of(
            "vus", "vus_max", "maxVUs", "thresholds", "k6/ws", "k6/metrics", "http_reqs", "http_req_duration", "a");

    @ParameterizedTest
    @CsvSource({
        "vu, vus",
        "vsu, vus",
        "VUS, vus",
        "maxVus, maxVUs",
        "threshold, thresholds",
        "trehsholds, thresholds",
        "k6/metric, k6/metrics",
        "k6/sw, k6/ws",
        "http_req_duraton, http_req_duration",
        "http_reqs, http_reqs",
        "A, a",
    })
    void few_slips_are_forgiven(String misspelt, String meant) {
        assertThat(Suggestions.nearest(misspelt, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"''", "b", "xyz", "k6/io", "http_req_foo", "foo", "lodash"})
    void what_is_far_from_all_names_is_left_alone(String misspelt) {
        assertThat(Suggestions.nearest(misspelt, KNOWN)).isEmpty();
    }

    @Test
    void without_names_there_is_nothing_to_suggest() {
        assertThat(Suggestions.nearest("vus", List.of())).isEmpty();
        assertThat(Suggestions.nearest("vus", List.of(""))).isEmpty();
    }

    @Test
    void of_names_that_are_equally_near_the_one_with_the_same_capitals_comes_first_then_the_alphabet() {
        assertThat(Suggestions.nearest("order", List.of("Orders", "orders"))).contains("orders");
        assertThat(Suggestions.nearest("orders", List.of("orderz", "ordera"))).contains("ordera");
    }

    @Test
    void a_name_as_long_as_a_book_is_not_compared_letter_by_letter() {
        assertThat(Suggestions.nearest("x".repeat(10_000_000), KNOWN)).isEmpty();
    }
}
