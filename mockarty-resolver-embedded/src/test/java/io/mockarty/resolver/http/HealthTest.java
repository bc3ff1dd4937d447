package io.mockarty.resolver.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.NamespacePort;
import io.mockarty.resolver.RawClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final MockartyServer server = MockartyServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private RawClient.Answer ask(String target) {
        return RawClient.exchange(server.port(), head("GET", target));
    }

    @Test
    void tells_what_the_server_holds() {
        server.stub(get("/a").respond(ok()));
        server.inNamespace("other").stub(get("/b").respond(ok()));
        RawClient.Answer answer = ask("/health?verbose=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        Map<?, ?> report = (Map<?, ?>) Json.parse(answer.body());
        assertThat(report.keySet().stream().map(String::valueOf))
                .containsExactly("status", "releaseId", "uptime", "namespaces", "mocks");
        assertThat(report.get("status")).isEqualTo("pass");
        assertThat(report.get("releaseId")).isEqualTo("development");
        assertThat((String) report.get("uptime")).matches("\\d+s");
        assertThat(report.get("namespaces").toString()).isEqualTo("2");
        assertThat(report.get("mocks").toString()).isEqualTo("2");
    }

    @Test
    void tells_that_the_server_lives() {
        assertThat(ask("/health/live").text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void answers_without_a_root_namespace() {
        try (MockartyServer rootless =
                MockartyServer.builder().rootNamespace(null).start()) {
            assertThat(RawClient.exchange(rootless.port(), head("GET", "/health"))
                            .text())
                    .contains("pass");
        }
    }

    @Test
    void answers_head_and_leaves_no_trace() {
        try (RawClient client = new RawClient(server.port()).send(head("HEAD", "/health/live"))) {
            RawClient.Answer answer = client.readHead();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Length")).isEqualTo("15");
        }
        assertThat(server.journal().all()).isEmpty();
    }

    @Test
    void a_mock_of_the_root_namespace_comes_first() {
        server.stub(get("/health").respond(ok().text("sick")));
        assertThat(ask("/health").text()).isEqualTo("sick");
        assertThat(ask("/health/live").text()).contains("ok");
    }

    @Test
    void a_mock_of_another_method_does_not() {
        server.stub(post("/health").respond(ok().text("posted")));
        assertThat(ask("/health").text()).contains("pass");
        assertThat(RawClient.exchange(server.port(), head("POST", "/health")).text())
                .isEqualTo("posted");
    }

    @Test
    void a_port_of_one_namespace_has_no_health_of_its_own() {
        try (NamespacePort port = server.openPort()) {
            assertThat(RawClient.exchange(port.port(), head("GET", "/health")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void uptime_is_written_in_hours_minutes_and_seconds() {
        assertThat(Health.hoursMinutesSeconds(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(Health.hoursMinutesSeconds(Duration.ofSeconds(60))).isEqualTo("1m0s");
        assertThat(Health.hoursMinutesSeconds(Duration.ofSeconds(3_600 * 72 + 15 * 60 + 30)))
                .isEqualTo("72h15m30s");
        assertThat(Health.hoursMinutesSeconds(Duration.ofHours(1))).isEqualTo("1h0m0s");
    }
}
