package io.mockarty.match;

import static io.mockarty.mock.MockDsl.body;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.matching;
import static io.mockarty.mock.MockDsl.notEmpty;
import static io.mockarty.mock.MockDsl.notEqualTo;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking candidates up by the values they demand must give what trying all of them gives, in the same order. */
class PlausibleCandidatesTest {

    private static final List<String> PATHS =
            List.of("$.id", "id", "$.body.id", "$.type", "$.a.b", "$.cookies.id", "$['id']", "$.tags");

    private static final List<Object> EXPECTED = Arrays.asList(
            1L, 2L, "1", "2", "", new BigDecimal("1.0"), new BigDecimal("1.5"), true, null, List.of("1"), "order");

    private static final List<String> VALUES = List.of(
            "1",
            "1.0",
            "10e-1",
            "1.5",
            "2",
            "\"1\"",
            "\"2\"",
            "\"\"",
            "null",
            "true",
            "[\"1\"]",
            "{\"b\":1}",
            "\"order\"",
            "1e1000000000",
            "0e7",
            "9223372036854775808");

    private static final List<String> TEXTS = List.of(
            "1",
            "1.0",
            "10e-1",
            "%2B1",
            "\u0661",
            "1.5",
            "2",
            "",
            "order",
            "true",
            "[\"1\"]",
            "1e1000000000",
            "1x",
            "e");

    private static HttpMockBuilder pattern(Random random) {
        HttpMockBuilder pattern = post(List.of("/orders", "/:any", "/*").get(random.nextInt(10) / 8));
        for (int i = random.nextInt(3); i >= 0; i--) {
            Object value = EXPECTED.get(random.nextInt(EXPECTED.size()));
            String path = PATHS.get(random.nextInt(PATHS.size()));
            switch (random.nextInt(12)) {
                case 8, 9 -> pattern.when(header(random.nextBoolean() ? "X-Id" : "x-id", equalTo(value)));
                case 10, 11 -> pattern.when(query("id", equalTo(value)));
                case 0 -> pattern.when(body(path, notEqualTo(value)));
                case 1 -> pattern.when(body(path, matching("1")));
                case 2 -> pattern.when(header("X-Id", notEmpty()));
                default -> pattern.when(body(path, equalTo(value)));
            }
        }
        return pattern;
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static MockRequest request(Random random) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return switch (random.nextInt(12)) {
            case 4 -> Requests.get("/orders?id=" + text(random), "X-Id", text(random));
            case 5 ->
                Requests.get(
                        "/orders?id=" + text(random) + "&id=" + text(random),
                        "x-id",
                        text(random),
                        "X-ID",
                        text(random));
            case 6 -> Requests.get("/orders?id=1" + "&id=order".repeat(random.nextInt(30)));
            case 7 ->
                Requests.post(
                        "/orders", "application/x-www-form-urlencoded", "id=" + text(random) + "&id=" + text(random));
            case 0 -> Requests.post("/orders", "application/x-www-form-urlencoded", "id=1.0&type=order");
            case 1 -> Requests.post("/orders", "application/xml", "<o><id>1</id><type>order</type></o>");
            case 2 -> Requests.post("/orders", "text/plain", "1");
            case 3 -> Requests.get("/orders", "Cookie", "id=1", "X-Id", "7");
            default ->
                Requests.json("/orders", "{\"id\":" + value + ",\"type\":\"order\",\"a\":{\"b\":" + value + "}}");
        };
    }

    private static List<Candidate<Integer>> holding(List<Candidate<Integer>> candidates, MockRequest request) {
        return candidates.stream()
                .filter(candidate -> candidate.pattern().conditionsHold(request))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void lookup_gives_what_trying_all_candidates_gives_in_the_same_order(long seed) {
        Random random = new Random(seed);
        List<Candidate<Integer>> live = new ArrayList<>();
        RouteIndex<Integer> index = RouteIndex.empty();
        for (int i = 0; i < 400; i++) {
            if (random.nextInt(4) == 0 && !live.isEmpty()) {
                index = index.without(live.remove(random.nextInt(live.size())));
            } else {
                Candidate<Integer> added = new Candidate<>(i, Patterns.of(pattern(random)), random.nextInt(3), i);
                live.add(added);
                index = index.with(added);
            }
            MockRequest request = request(random);
            List<Candidate<Integer>> all = index.candidates(request);
            assertThat(all).isSorted();
            assertThat(holding(index.plausible(request), request)).isEqualTo(holding(all, request));
            assertThat(index.plausible(request)).isSorted().doesNotHaveDuplicates();
        }
        for (Candidate<Integer> candidate : live) {
            index = index.without(candidate);
        }
        assertThat(index.isEmpty()).isTrue();
    }

    @Test
    void of_thousands_that_differ_in_one_value_only_one_is_tried() {
        RouteIndex<Integer> index = RouteIndex.empty();
        for (int i = 0; i < 2_000; i++) {
            HttpMockBuilder pattern =
                    post("/orders").withJson("$.type", "order").withJson("$.id", i);
            index = index.with(new Candidate<>(i, Patterns.of(pattern), 0, i));
        }
        index = index.with(new Candidate<>(-1, Patterns.of(post("/orders")), 0, 5_000));

        assertThat(index.plausible(Requests.json("/orders", "{\"type\":\"order\",\"id\":1234}")))
                .extracting(Candidate::target)
                .startsWith(1234)
                .endsWith(-1)
                .hasSizeLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_thousands_that_differ_in_a_header_or_parameter_only_one_is_tried(boolean inHeader) {
        RouteIndex<Integer> index = RouteIndex.empty();
        for (int i = 0; i < 2_000; i++) {
            HttpMockBuilder pattern = inHeader
                    ? get("/orders").when(header("X-Id", equalTo("n" + i)))
                    : get("/orders").when(query("id", equalTo(i)));
            index = index.with(new Candidate<>(i, Patterns.of(pattern), 0, i));
        }

        assertThat(index.plausible(Requests.get("/orders?id=12.0&id=7", "x-id", "n12", "X-Id", "n7")))
                .extracting(Candidate::target)
                .containsExactly(12, 7);
        assertThat(index.plausible(Requests.get("/orders"))).isEmpty();
    }
}
