package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonPathThreadSafetyTest {

    @Test
    void may_be_used_by_any_number_of_threads_with_different_documents() {
        JsonPath path = JsonPath.compile("$[?match(@, $[0])]");

        // The expression differs from one document to the next, so that threads compete for the one used last.
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .allMatch(i -> path.select(List.of("[" + "abc".charAt(i % 3) + "]", "a", "b", "c"))
                                .equals(List.of(String.valueOf("abc".charAt(i % 3))))))
                .isTrue();
    }
}
