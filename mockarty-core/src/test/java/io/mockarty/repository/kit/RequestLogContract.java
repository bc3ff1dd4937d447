package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mockarty.journal.JournalEntry;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.repository.Page;
import io.mockarty.repository.Repository;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The latest requests of each mock are kept, and it is known how many are not. */
public interface RequestLogContract extends RepositoryContract {

    @Test
    default void tells_how_many_requests_of_a_mock_are_kept() {
        assertThat(repository().requestLogs().limit()).isEqualTo(LOG_LIMIT);
    }

    @Test
    default void keeps_a_request_with_its_answer_byte_for_byte() {
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        Headers headers = Headers.of("X-Two", "2", "x-one", "1", "X-Two", "O'Brien \"東京\"", "Content-Type", "text/x");
        MockRequest request = MockRequest.of("PATCH", "/a%20b/%D0%B6?q=%27&q=2", headers, bytes);
        MockReply reply = new MockReply(207, headers, bytes, Duration.ofMillis(1_500));
        Instant received = Instant.parse("2026-03-22T12:00:00.123456789Z");
        JournalEntry entry = new JournalEntry(
                0, received, request, reply, "a", new JournalEntry.Outcome(Duration.ofNanos(1_234_567), true));
        Instant arrived = Instant.parse("2026-03-22T12:00:01.654321Z");

        append(List.of(new LoggedRequest(entry, "node '1' 😀", arrived)));

        for (Repository node : readers()) {
            LoggedRequest kept = node.requestLogs().all(SHOP).get(0);
            assertThat(kept.node()).isEqualTo("node '1' 😀");
            assertThat(kept.arrivedAt()).isEqualTo(arrived);
            assertThat(kept.entry().receivedAt()).isEqualTo(received);
            assertThat(kept.entry().mockId()).isEqualTo("a");
            assertThat(kept.entry().outcome()).isEqualTo(entry.outcome());
            assertThat(kept.entry().request().toString()).isEqualTo("PATCH /a%20b/%D0%B6?q=%27&q=2");
            assertThat(kept.entry().request().headers()).isEqualTo(headers);
            assertThat(kept.entry().request().body().bytes()).isEqualTo(bytes);
            assertThat(kept.entry().reply().status()).isEqualTo(207);
            assertThat(kept.entry().reply().headers()).isEqualTo(headers);
            assertThat(kept.entry().reply().body()).isEqualTo(bytes);
            assertThat(kept.entry().reply().delay()).isEqualTo(Duration.ofMillis(1_500));
        }
    }

    @Test
    default void keeps_the_latest_requests_of_each_mock() {
        List<LoggedRequest> requests = new ArrayList<>();
        for (int second = 0; second < LOG_LIMIT + 3; second++) {
            requests.add(Samples.logged("a", second));
        }
        requests.add(Samples.logged("b", 20));
        append(requests);
        append(List.of(Samples.logged("a", 30)));

        for (Repository node : readers()) {
            assertThat(seconds(node, "a")).containsExactly(30L, 7L, 6L, 5L, 4L);
            assertThat(seconds(node, "b")).containsExactly(20L);
            assertThat(node.requestLogs().ofMock(SHOP, "a", 0, 9).total()).isEqualTo(LOG_LIMIT);
            assertThat(node.requestLogs().evicted(SHOP)).isEqualTo(4);
        }
    }

    @Test
    default void keeps_the_latest_requests_that_no_mock_answered() {
        append(IntStream.range(0, LOG_LIMIT + 2)
                .mapToObj(second -> Samples.logged(null, second))
                .toList());

        for (Repository node : readers()) {
            assertThat(seconds(node, null)).containsExactly(6L, 5L, 4L, 3L, 2L);
            assertThat(node.requestLogs().all(SHOP))
                    .allSatisfy(request -> assertThat(request.entry().mockId()).isNull());
            assertThat(node.requestLogs().evicted(SHOP)).isEqualTo(2);
        }
    }

    @Test
    default void numbers_requests_the_later_written_the_higher() {
        append(List.of(Samples.logged("a", 1), Samples.logged(null, 2)));
        append(List.of(Samples.logged("b", 3)));

        assertThat(readers())
                .allSatisfy(node -> assertThat(node.requestLogs().all(SHOP))
                        .extracting(request -> request.entry().sequence())
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .hasSize(3));
    }

    @Test
    default void lists_requests_in_the_order_they_arrived_whoever_wrote_first() {
        append(List.of(Samples.logged("a", 1), Samples.logged("a", 5)));
        append(List.of(Samples.logged("b", 2), Samples.logged("a", 4)));

        for (Repository node : readers()) {
            assertThat(Samples.seconds(node.requestLogs().all(SHOP))).containsExactly(1L, 2L, 4L, 5L);
            assertThat(seconds(node, "a")).containsExactly(5L, 4L, 1L);
        }
    }

    @Test
    default void lists_requests_of_a_mock_page_by_page() {
        append(IntStream.range(0, 4)
                .mapToObj(second -> Samples.logged("a", second))
                .toList());

        Page<LoggedRequest> page = repository().requestLogs().ofMock(SHOP, "a", 1, 2);

        assertThat(Samples.seconds(page.items())).containsExactly(2L, 1L);
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.offset()).isEqualTo(1);
        assertThat(repository().requestLogs().ofMock(SHOP, "a", 0, 0).total()).isEqualTo(4);
        assertThat(repository().requestLogs().ofMock(SHOP, "a", 9, 9)).isEqualTo(new Page<>(List.of(), 4, 9));
        assertThat(repository().requestLogs().ofMock(SHOP, "unknown", 0, 9).total())
                .isZero();
    }

    @Test
    default void counts_requests_that_were_lost_before_they_got_here() {
        repository().requestLogs().append(SHOP, List.of(Samples.logged("a", 1)), Map.of("a", 10L, "b", 5L, "", 2L));
        repository().requestLogs().append(SHOP, List.of(), Map.of("a", 3L));

        for (Repository node : readers()) {
            assertThat(node.requestLogs().evicted(SHOP)).isEqualTo(20);
            assertThat(node.requestLogs().all(SHOP)).hasSize(1);
            assertThat(node.requestLogs().evicted("elsewhere")).isZero();
        }
    }

    @Test
    default void forgets_the_requests_of_one_mock() {
        append(List.of(Samples.logged("a", 1), Samples.logged("b", 2), Samples.logged(null, 3)));

        repository().requestLogs().delete(SHOP, "a");

        for (Repository node : readers()) {
            assertThat(Samples.seconds(node.requestLogs().all(SHOP))).containsExactly(2L, 3L);
            assertThat(node.requestLogs().evicted(SHOP)).isZero();
        }
    }

    @Test
    default void forgets_the_requests_that_no_mock_answered() {
        append(List.of(Samples.logged("a", 1), Samples.logged(null, 3)));

        repository().requestLogs().delete(SHOP, null);

        assertThat(readers())
                .allSatisfy(
                        node -> assertThat(Samples.seconds(node.requestLogs().all(SHOP)))
                                .containsExactly(1L));
    }

    @Test
    default void keeps_requests_for_mocks_of_odd_names() {
        append(Samples.ODD_NAMES.stream().map(id -> Samples.logged(id, 1)).toList());

        for (Repository node : readers()) {
            for (String id : Samples.ODD_NAMES) {
                assertThat(node.requestLogs().ofMock(SHOP, id, 0, 9).items())
                        .extracting(request -> request.entry().mockId())
                        .containsExactly(id);
            }
        }
    }

    @Test
    default void has_a_clock_that_goes_right() {
        assertThat(nodes())
                .allSatisfy(node -> assertThat(node.requestLogs().clock().instant())
                        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
    }

    private void append(List<LoggedRequest> requests) {
        repository().requestLogs().append(SHOP, requests, Map.of());
    }

    private static List<Long> seconds(Repository node, @Nullable String mockId) {
        return Samples.seconds(node.requestLogs().ofMock(SHOP, mockId, 0, 99).items());
    }
}
