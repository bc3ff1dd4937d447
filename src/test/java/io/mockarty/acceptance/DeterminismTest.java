package io.mockarty.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same seed, clock and requests give the same bytes, also on another server. */
class DeterminismTest {

    private static final List<String> WALK = List.of(
            "/users/42",
            "/users/43",
            "/products/SKU-1",
            "/search?q=tea&page=1&limit=5",
            "/recommendations",
            "/recommendations",
            "/shipments/T1",
            "/shipments/T2",
            "/orders/o1",
            "/nobody/mocked/this");

    @Test
    void two_servers_with_one_seed_give_the_same_bytes() {
        assertThat(walk(42)).hasSize(WALK.size()).isEqualTo(walk(42));
    }

    @Test
    void another_seed_gives_other_bytes() {
        assertThat(walk(42)).isNotEqualTo(walk(43));
    }

    private static List<String> walk(long seed) {
        try (MockartyServer server = MockartyServer.builder().seed(seed).start()) {
            server.clock().freeze(Instant.parse("2026-03-22T10:30:00Z"));
            server.load(Repository.path("examples/mocks"));
            List<String> answers = new ArrayList<>();
            for (String path : WALK) {
                HttpResponse<String> response = Http.get(server.baseUrl() + path);
                Map<String, List<String>> headers =
                        new TreeMap<>(response.headers().map());
                headers.remove("date"); // The time of the machine, as HTTP demands.
                answers.add(response.statusCode() + " " + headers + " " + response.body());
            }
            return answers;
        }
    }
}
