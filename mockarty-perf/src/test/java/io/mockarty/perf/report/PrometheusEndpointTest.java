package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PrometheusEndpointTest {

    private final ShopRun run = new ShopRun();

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answers_with_the_names_of_k6() throws Exception {
        try (PrometheusEndpoint endpoint = PrometheusEndpoint.start(0, run::snapshot, run.thresholds)) {
            HttpResponse<String> answer = get(endpoint.port(), "/metrics");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body().lines())
                    .contains("# TYPE k6_http_reqs_total counter", "k6_http_reqs_total 4")
                    .contains("# TYPE k6_http_req_failed_rate gauge", "k6_http_req_failed_rate 0.25")
                    .contains("k6_vus 1", "k6_data_sent_total 480", "k6_order_time_avg 7.5")
                    .contains("k6_http_req_duration_max 1.250005", "k6_http_req_duration_count 4")
                    .contains("k6_http_req_duration_p99{name=\"login\"} 0.087336")
                    .contains("mockarty_threshold_ok{metric=\"http_req_duration\",threshold=\"p(95) < 500\"} 0")
                    .contains("mockarty_threshold_ok{metric=\"http_reqs\",threshold=\"count>3\"} 1")
                    .filteredOn(line -> line.equals("# TYPE k6_http_req_duration_p95 gauge"))
                    .hasSize(1);
            assertThat(get(endpoint.port(), "/other").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void answers_503_as_long_as_there_is_nothing_to_see() throws Exception {
        try (PrometheusEndpoint endpoint = PrometheusEndpoint.start(
                0,
                () -> {
                    throw new IllegalStateException("the run has not begun");
                },
                run.thresholds)) {
            assertThat(get(endpoint.port(), "/metrics").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (PrometheusEndpoint endpoint = PrometheusEndpoint.start(0, run::snapshot, run.thresholds)) {
            int port = endpoint.port();
            assertThatThrownBy(() -> PrometheusEndpoint.start(port, run::snapshot, run.thresholds))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("prometheus:" + port + ": cannot listen: ");
        }
    }
}
