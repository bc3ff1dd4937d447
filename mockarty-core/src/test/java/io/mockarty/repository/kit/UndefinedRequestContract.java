package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.journal.UndefinedRequest;
import io.mockarty.repository.Repository;
import io.mockarty.repository.UndefinedRequestRepository;
import io.mockarty.repository.UndefinedRow;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no mock answered is counted, one row for each method and path. */
public interface UndefinedRequestContract extends RepositoryContract {

    @Test
    default void keeps_the_sample_of_a_row_byte_for_byte() {
        byte[] body = "{\"a\":\"\u0000 😀\"}".getBytes(StandardCharsets.UTF_8);
        Headers headers = Headers.of("Content-Type", "application/json", "X", "1", "x", "'2'");
        MockRequest sample = MockRequest.of("POST", "/a%20b?q=1&q='", headers, body);
        add(new UndefinedRequest("ignored", sample, true, 3, Samples.NOON, Samples.NOON.plusSeconds(2)));

        for (Repository node : readers()) {
            UndefinedRow row = node.undefinedRequests().all(SHOP).get(0);
            assertThat(row.ignored()).isFalse();
            assertThat(row.request().id()).isEqualTo(UndefinedRow.idOf(sample));
            assertThat(row.request().count()).isEqualTo(3);
            assertThat(row.request().isTruncated()).isTrue();
            assertThat(row.request().firstSeen()).isEqualTo(Samples.NOON);
            assertThat(row.request().lastSeen()).isEqualTo(Samples.NOON.plusSeconds(2));
            assertThat(row.request().sample().toString()).isEqualTo("POST /a%20b?q=1&q='");
            assertThat(row.request().sample().headers()).isEqualTo(headers);
            assertThat(row.request().sample().body().bytes()).isEqualTo(body);
        }
    }

    @Test
    default void adds_what_has_one_method_and_path_to_one_row() {
        add(Samples.undefined("/a?n=1", 2, 0), Samples.undefined("/b", 1, 5));
        add(Samples.undefined("/a?n=2", 3, 10), Samples.undefined("/a?n=3", 4, 20));

        for (Repository node : readers()) {
            List<UndefinedRow> rows = node.undefinedRequests().all(SHOP);
            assertThat(paths(rows)).containsExactly("/a", "/b");
            UndefinedRequest a = rows.get(0).request();
            assertThat(a.count()).isEqualTo(9);
            assertThat(a.firstSeen()).isEqualTo(Samples.NOON);
            assertThat(a.lastSeen()).isEqualTo(Samples.NOON.plusSeconds(21));
            assertThat(a.sample().target()).isEqualTo("/a?n=3");
            assertThat(a.sample().headers().first("X-Second")).isEqualTo("20");
        }
    }

    @Test
    default void lists_the_row_seen_latest_first() {
        add(Samples.undefined("/a", 1, 5), Samples.undefined("/b", 1, 1), Samples.undefined("/c", 1, 9));

        assertThat(readers())
                .allSatisfy(node ->
                        assertThat(paths(node.undefinedRequests().all(SHOP))).containsExactly("/c", "/a", "/b"));
    }

    @Test
    default void ignores_a_row_for_good() {
        add(Samples.undefined("/a", 1, 0));
        String id = repository().undefinedRequests().all(SHOP).get(0).request().id();

        assertThat(repository().undefinedRequests().ignore(SHOP, id)).isTrue();
        add(Samples.undefined("/a", 1, 5));

        for (Repository node : readers()) {
            UndefinedRow row = node.undefinedRequests().all(SHOP).get(0);
            assertThat(row.ignored()).isTrue();
            assertThat(row.request().count()).isEqualTo(2);
        }
    }

    @Test
    default void does_not_ignore_a_row_it_does_not_know() {
        add(Samples.undefined("/a", 1, 0));

        assertThat(repository().undefinedRequests().ignore(SHOP, "'; DROP TABLE rows; --"))
                .isFalse();
        assertThat(repository().undefinedRequests().ignore("elsewhere", UndefinedRow.idOf(get("/a"))))
                .isFalse();
        assertThat(repository().undefinedRequests().all(SHOP).get(0).ignored()).isFalse();
    }

    @Test
    default void removes_rows() {
        UndefinedRequestRepository rows = repository().undefinedRequests();
        add(Samples.undefined("/a", 1, 0), Samples.undefined("/b", 1, 1), Samples.undefined("/c", 1, 2));

        rows.delete(SHOP, List.of(UndefinedRow.idOf(get("/a")), UndefinedRow.idOf(get("/c")), "unknown"));

        assertThat(readers())
                .allSatisfy(node ->
                        assertThat(paths(node.undefinedRequests().all(SHOP))).containsExactly("/b"));
    }

    @Test
    default void removes_all_rows_of_a_namespace() {
        add(Samples.undefined("/a", 1, 0), Samples.undefined("/b", 1, 1));
        repository().undefinedRequests().add("elsewhere", List.of(Samples.undefined("/a", 1, 0)));

        repository().undefinedRequests().deleteAll(SHOP);

        assertThat(readers()).allSatisfy(node -> {
            assertThat(node.undefinedRequests().all(SHOP)).isEmpty();
            assertThat(node.undefinedRequests().all("elsewhere")).hasSize(1);
        });
    }

    @Test
    default void counts_a_removed_row_afresh() {
        add(Samples.undefined("/a", 7, 0));
        String id = UndefinedRow.idOf(get("/a"));
        repository().undefinedRequests().ignore(SHOP, id);
        repository().undefinedRequests().delete(SHOP, List.of(id));

        add(Samples.undefined("/a", 1, 9));

        for (Repository node : readers()) {
            UndefinedRow row = node.undefinedRequests().all(SHOP).get(0);
            assertThat(row.request().count()).isEqualTo(1);
            assertThat(row.request().firstSeen()).isEqualTo(Samples.NOON.plusSeconds(9));
            assertThat(row.ignored()).isFalse();
        }
    }

    @Test
    default void keeps_the_rows_seen_latest_when_there_are_too_many() {
        int max = UndefinedRequestRepository.MAX_ROWS;
        add(Samples.undefined("/again", 1, 0));
        List<UndefinedRequest> many = new ArrayList<>(IntStream.range(0, max)
                .mapToObj(i -> Samples.undefined("/" + i, 1, i + 1))
                .toList());
        many.add(Samples.undefined("/again", 1, max + 1));
        repository().undefinedRequests().add(SHOP, many);
        add(Samples.undefined("/last", 1, max + 2));

        assertThat(readers())
                .allSatisfy(node -> assertThat(paths(node.undefinedRequests().all(SHOP)))
                        .hasSize(max)
                        .startsWith("/last", "/again", "/" + (max - 1))
                        .endsWith("/2"));
    }

    @Test
    default void keeps_rows_of_odd_paths_apart() {
        List<String> paths =
                List.of("/'; DROP TABLE rows; --", "/%27%00", "/\"", "/100%", "/a_b", "/axb", "/A_B", "/ü😀");
        paths.forEach(path -> add(Samples.undefined(path, 1, 0)));

        assertThat(readers())
                .allSatisfy(node -> assertThat(paths(node.undefinedRequests().all(SHOP)))
                        .containsExactlyInAnyOrderElementsOf(paths));
    }

    private void add(UndefinedRequest... requests) {
        repository().undefinedRequests().add(SHOP, List.of(requests));
    }

    private static MockRequest get(String path) {
        return MockRequest.of("GET", path, Headers.empty());
    }

    private static List<String> paths(List<UndefinedRow> rows) {
        return rows.stream().map(row -> row.request().sample().path()).toList();
    }
}
