package io.mockarty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.request.Requests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndefinedRequestsTest {

    private final UndefinedRequests requests = new UndefinedRequests();

    @Test
    void counts_requests_with_one_method_and_path_in_one_row() {
        requests.add(Requests.get("/a?n=1"), Journals.NOON);
        requests.add(Requests.of("PUT", "/a"), Journals.NOON);
        requests.add(Requests.get("/a?n=2"), Journals.NOON.plusSeconds(5));

        List<UndefinedRequest> rows = requests.all();

        assertThat(rows).extracting(UndefinedRequest::id).containsExactly("undefined-2", "undefined-1");
        UndefinedRequest latest = rows.get(1);
        assertThat(latest.count()).isEqualTo(2);
        assertThat(latest.sample().target()).isEqualTo("/a?n=2");
        assertThat(Duration.between(latest.firstSeen(), latest.lastSeen())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void keeps_the_thousand_rows_seen_latest() {
        for (int i = 0; i < 1_500; i++) {
            requests.add(Requests.get("/" + i), Journals.NOON);
            requests.add(Requests.get("/again"), Journals.NOON);
        }

        assertThat(requests.all())
                .hasSize(1_000)
                .extracting(row -> row.sample().path())
                .startsWith("/501")
                .endsWith("/1499", "/again");
    }

    @Test
    void keeps_no_more_than_four_megabytes() {
        for (int i = 0; i < 900; i++) {
            requests.add(Requests.get("/" + i + "x".repeat(20_000)), Journals.NOON);
        }

        long bytes = requests.all().stream()
                .mapToLong(row -> row.sample().approximateSize())
                .sum();
        assertThat(bytes).isBetween(3L << 20, 4L << 20);
    }

    @Test
    void cuts_long_bodies() {
        requests.add(Requests.json("/", "x".repeat(100_000)), Journals.NOON);

        requests.add(Requests.json("/short", "x".repeat(65_536)), Journals.NOON);

        assertThat(requests.all().get(0).sample().body().bytes()).hasSize(65_536);
        assertThat(requests.all()).extracting(UndefinedRequest::isTruncated).containsExactly(true, false);
    }

    @Test
    void is_empty_after_clearing() {
        requests.add(Requests.get("/"), Journals.NOON);

        requests.clear();

        assertThat(requests.all()).isEmpty();
    }
}
