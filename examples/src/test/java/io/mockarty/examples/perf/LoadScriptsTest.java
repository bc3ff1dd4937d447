package io.mockarty.examples.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.perf.ExitCode;
import io.mockarty.perf.LoadTest;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.perf.Output;
import io.mockarty.perf.metric.RouteSummary;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The load scripts of {@code examples/perf}, unchanged, against the mocks beside them. The option {@code hosts} leads
 * the addresses in the scripts to the mocks; how many users and iterations there are is said here, so that it takes
 * seconds.
 */
@Timeout(60)
class LoadScriptsTest {

    private static final Path SCRIPTS = Path.of("perf");

    private static MockartyServer mocks;
    private static ToolServer tools;

    @BeforeAll
    static void start() throws IOException {
        mocks = MockartyServer.builder().https(0, Tls.selfSigned()).start();
        mocks.load(SCRIPTS.resolve("mocks"));
        tools = ToolServer.start();
    }

    @AfterAll
    static void stop() {
        mocks.close();
        tools.close();
    }

    private static LoadTest script(String name) {
        String secure = "127.0.0.1:" + mocks.httpsUrl().getPort();
        return LoadTest.script(SCRIPTS.resolve(name + ".js"))
                .option("insecureSkipTLSVerify", true)
                .option(
                        "hosts",
                        Map.of(
                                "api.example.com",
                                secure,
                                "api.mystore.com",
                                secure,
                                "localhost:8080",
                                "127.0.0.1:" + mocks.port(),
                                "localhost:8910",
                                "127.0.0.1:" + tools.port()));
    }

    private static LoadTestResult run(String name, int users, int iterations) throws InterruptedException {
        return script(name).vus(users).iterations(iterations).run();
    }

    private static void assertClean(LoadTestResult result) {
        assertThat(result.context().errors()).isEmpty();
        assertThat(result.thresholdText()).doesNotContain("FAIL");
        assertThat(result.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(result.snapshot().checks()).allMatch(check -> check.fails() == 0);
        assertThat(result.snapshot().allRoutes().failed()).isZero();
        mocks.verifyNoUnmatchedRequests();
    }

    private static List<String> routes(LoadTestResult result) {
        return result.snapshot().routes().stream().map(RouteSummary::name).toList();
    }

    private static List<String> checks(LoadTestResult result) {
        return result.snapshot().checks().stream().map(check -> check.name()).toList();
    }

    private static double figure(LoadTestResult result, String metric, String stat) {
        return result.snapshot().find(metric).orElseThrow().value(stat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-test", "first-test-native"})
    void both_forms_of_the_first_test_give_the_same(String name) throws InterruptedException {
        LoadTestResult result = run(name, 2, 2);

        assertClean(result);
        assertThat(routes(result)).containsExactly("GET /users");
        assertThat(checks(result)).containsExactly("response time < 500ms", "status is 200");
        assertThat(figure(result, "checks", "passes")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"abort-criteria", "data", "encoding", "faker", "legacy", "rps-stages", "stages", "stress"})
    void scripts_without_thresholds_of_their_own_run_without_errors(String name) throws InterruptedException {
        LoadTestResult result = run(name, 2, 4);

        assertClean(result);
        assertThat(figure(result, "iterations", "count")).isEqualTo(4);
    }

    @Test
    void stages_change_the_number_of_users() throws InterruptedException {
        LoadTestResult result = script("stages")
                .stage(Duration.ofMillis(500), 4)
                .stage(Duration.ofMillis(500), 4)
                .stage(Duration.ofMillis(200), 0)
                .run();

        assertClean(result);
        assertThat(figure(result, "vus_max", "max")).isEqualTo(4);
    }

    @Test
    void stages_change_the_rate() throws InterruptedException {
        LoadTestResult result = script("rps-stages")
                .rpsStage(Duration.ofMillis(500), 100)
                .rpsStage(Duration.ofMillis(500), 0)
                .run();

        assertClean(result);
        assertThat(figure(result, "iterations", "count") + figure(result, "dropped_iterations", "count"))
                .isBetween(48.0, 51.0);
    }

    @Test
    void all_methods_of_http() throws InterruptedException {
        LoadTestResult result = run("http", 1, 1);

        assertClean(result);
        assertThat(routes(result))
                .containsExactlyInAnyOrder(
                        "GET /users",
                        "POST /users",
                        "PUT /users/{id}",
                        "PATCH /users/{id}",
                        "DELETE /users/{id}",
                        "HEAD /users/{id}",
                        "OPTIONS /users/{id}",
                        "CUSTOM_METHOD /users/{id}");
    }

    @ParameterizedTest
    @CsvSource({
        "soap,    SOAP GetWeather,      soap_reqs",
        "sse,     SSE /events,          sse_events_received",
        "graphql, GraphQL Product,      graphql_reqs",
        "mcp,     MCP tool get_weather, mcp_reqs"
    })
    void protocols_over_http(String name, String route, String metric) throws InterruptedException {
        LoadTestResult result = run(name, 2, 4);

        assertClean(result);
        assertThat(routes(result)).contains(route);
        assertThat(checks(result)).hasSize(2);
        assertThat(figure(result, metric, "count")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void fail_ends_the_iteration_with_its_reason() throws InterruptedException {
        LoadTestResult result = run("core", 1, 1);

        assertThat(result.context().errors()).containsValue(1L);
        assertThat(result.context().errors().keySet()).allMatch(message -> message.contains("Unexpected response"));
        assertThat(result.snapshot().groups()).extracting(group -> group.path()).containsExactly("::user login flow");
        assertThat(figure(result, "checks", "rate")).isEqualTo(1);
    }

    @Test
    void metrics_of_the_script_are_reported() throws InterruptedException {
        LoadTestResult result = run("metrics", 2, 10);

        assertClean(result);
        assertThat(figure(result, "my_custom_counter", "count")).isEqualTo(10);
        assertThat(figure(result, "my_custom_trend", "avg")).isEqualTo(42.5);
        assertThat(figure(result, "my_custom_rate", "rate")).isEqualTo(0.5);
        assertThat(figure(result, "my_custom_gauge", "value")).isEqualTo(7);
    }

    @Test
    void thresholds_are_reported_line_by_line() throws InterruptedException {
        LoadTestResult result = run("thresholds", 4, 1_001);

        assertClean(result);
        assertThat(result.thresholdText().lines().map(line -> line.replaceFirst("=[0-9]+\\.[0-9]{2}$", "=N")))
                .containsExactly(
                        "All thresholds passed:",
                        "PASS [http_req_duration] avg < 200: actual=N",
                        "PASS [http_req_duration] p(95) < 500: actual=N",
                        "PASS [http_req_duration] p(99) < 1000: actual=N",
                        "PASS [http_req_duration] max < 3000: actual=N",
                        "PASS [http_req_failed] rate < 0.01: actual=N",
                        "PASS [checks] rate > 0.95: actual=N",
                        "PASS [iterations] count > 1000: actual=N",
                        "PASS [my_custom_trend] avg < 100: actual=N",
                        "PASS [my_custom_trend] p(90) < 200: actual=N");
    }

    @Test
    void crossed_thresholds_are_violations() throws InterruptedException {
        LoadTestResult result = run("thresholds", 1, 10);

        assertThat(result.exitCode()).isEqualTo(ExitCode.THRESHOLDS);
        assertThat(result.thresholdText())
                .startsWith("Threshold violations:\nPASS [http_req_duration] avg < 200: actual=")
                .contains("\nFAIL [iterations] count > 1000: actual=10.00\n");
    }

    @Test
    void tokens_and_ids_of_answers_are_used_in_later_requests() throws InterruptedException {
        LoadTestResult result = run("correlation", 2, 4);

        assertClean(result);
        assertThat(routes(result))
                .containsExactlyInAnyOrder("POST /auth/login", "GET /profile", "POST /orders", "GET /orders/{uuid}");
        assertThat(checks(result)).containsExactly("order exists", "order is pending", "profile loaded");
    }

    @Test
    void metrics_of_the_script_have_thresholds() throws InterruptedException {
        LoadTestResult result = run("custom-metrics", 2, 8);

        assertClean(result);
        assertThat(result.thresholdText())
                .startsWith("All thresholds passed:\nPASS [login_duration] avg < 300: actual=")
                .endsWith("PASS [order_success_rate] rate > 0.95: actual=1.00\n");
        assertThat(figure(result, "total_orders", "count")).isEqualTo(8);
    }

    @Test
    void users_register_with_shared_data() throws InterruptedException {
        LoadTestResult result = run("data-driven", 4, 8);

        assertClean(result);
        assertThat(routes(result)).containsExactly("POST /register");
        assertThat(figure(result, "http_reqs", "count")).isEqualTo(8);
    }

    @Test
    void a_checkout_is_reported(@TempDir Path directory) throws InterruptedException, IOException {
        Path file = directory.resolve("results.json");

        LoadTestResult result = script("checkout")
                .vus(3)
                .iterations(3)
                .output(Output.json(file))
                .run();

        assertClean(result);
        assertThat(result.thresholdText().lines().map(line -> line.replaceFirst("=[0-9]+\\.[0-9]{2}$", "=N")))
                .containsExactly(
                        "All thresholds passed:",
                        "PASS [http_req_duration] p(95) < 800: actual=N",
                        "PASS [http_req_duration] p(99) < 2000: actual=N",
                        "PASS [http_req_failed] rate < 0.02: actual=N",
                        "PASS [checks] rate > 0.98: actual=N");
        assertThat(result.snapshot().groups())
                .extracting(group -> group.path())
                .containsExactlyInAnyOrder("::login", "::browse", "::add to cart", "::checkout");
        assertReported((Map<?, ?>) Json.parse(Files.readString(file)));
    }

    private static void assertReported(Map<?, ?> report) {
        assertThat(report.get("status")).isEqualTo("completed");
        Map<?, ?> summary = (Map<?, ?>) report.get("summary");
        assertThat(summary.keySet().stream().map(String::valueOf))
                .contains(
                        "http_req_duration",
                        "http_reqs",
                        "http_req_failed",
                        "data_sent",
                        "data_received",
                        "vus_max",
                        "iterations",
                        "checks",
                        "stddev_ms",
                        "cv_pct",
                        "throughput_stability_cv",
                        "apdex",
                        "per_route_stats");
        assertThat(((Map<?, ?>) summary.get("apdex")).keySet().stream().map(String::valueOf))
                .containsExactly("score", "rating", "satisfied", "tolerating", "frustrated", "total", "thresholdT");
        List<Map<?, ?>> routes = ((List<?>) summary.get("per_route_stats"))
                .stream().<Map<?, ?>>map(route -> (Map<?, ?>) route).toList();
        assertThat(routes)
                .extracting(route -> (Object) route.get("route"))
                .contains("POST /auth/login", "GET /products", "POST /cart/items", "POST /checkout")
                .anyMatch(route -> route.toString().startsWith("GET /products/prod-00"));
        assertThat(((Map<?, ?>) routes.get(0).get("apdex")).get("rating"))
                .isIn("Excellent", "Good", "Fair", "Poor", "Unacceptable");
    }
}
