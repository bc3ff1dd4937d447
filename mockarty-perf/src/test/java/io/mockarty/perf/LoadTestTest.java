package io.mockarty.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadTestTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicLong stallUntil = new AtomicLong();
    private HttpServer server;
    private ExecutorService threads;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            long left = stallUntil.get() - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(left);
            }
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/bad") ? 500 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private LoadTest inline(String script) {
        return LoadTest.inline(script)
                .env("URL", "http://127.0.0.1:" + server.getAddress().getPort())
                .log((level, text) -> lines.add(level + ": " + text));
    }

    @Test
    void a_script_is_run_with_setup_thresholds_and_teardown() throws InterruptedException {
        LoadTestResult result = inline("""
                        import http from 'k6/http';
                        import { check, group } from 'k6';
                        export const options = {
                            vus: 3, iterations: 30,
                            thresholds: { http_reqs: ['count == 30'], 'http_req_duration{name:home}': 'p(95) < 5000', checks: ['rate > 0.99'] },
                        };
                        export function setup() { return { path: '/home' }; }
                        export default function (data) {
                            group('visit', () => {
                                const r = http.get(__ENV.URL + data.path, { tags: { name: 'home' } });
                                check(r, { 'is 200': (r) => r.status === 200 });
                            });
                        }
                        export function teardown(data) { console.log('done with ' + data.path); }
                        """).run();

        assertThat(result.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(result.thresholds()).hasSize(3).allMatch(threshold -> threshold.ok());
        assertThat(result.thresholdText())
                .startsWith("All thresholds passed:\nPASS [http_reqs] count == 30: actual=30.00");
        assertThat(result.snapshot().checks().get(0).passes()).isEqualTo(30);
        assertThat(result.snapshot().routes().get(0).name()).isEqualTo("GET home");
        assertThat(result.context().engine()).startsWith("GraalJS").endsWith("interpreter");
        assertThat(lines).containsExactly("info: done with /home");
    }

    @Test
    void a_crossed_threshold_is_a_result() throws InterruptedException {
        LoadTestResult result = inline("import http from 'k6/http'; export default () => http.get(__ENV.URL + '/bad');")
                .threshold("http_req_failed", "rate < 0.1")
                .iterations(4)
                .run();

        assertThat(result.exitCode()).isEqualTo(ExitCode.THRESHOLDS);
        assertThat(result.passed()).isFalse();
        assertThat(result.thresholdText())
                .isEqualTo("Threshold violations:\nFAIL [http_req_failed] rate < 0.1: actual=1.00\n");
    }

    @Test
    void a_stall_of_the_server_shows_in_the_time_from_the_intended_start() throws InterruptedException {
        LoadTestResult result = inline("import http from 'k6/http'; export default () => http.get(__ENV.URL);")
                .rps(100)
                .duration(Duration.ofSeconds(5))
                .option("vus", 4L)
                .maxVus(4)
                .listener(run -> stallUntil.compareAndSet(0, System.nanoTime() + TimeUnit.SECONDS.toNanos(1)))
                .run();

        var snapshot = result.snapshot();
        double dropped = snapshot.find("dropped_iterations").orElseThrow().value("count");
        double done = snapshot.find("iterations").orElseThrow().value("count");
        assertThat(done + dropped).isEqualTo(500);
        assertThat(dropped).isGreaterThan(60);
        assertThat(snapshot.find("http_req_duration").orElseThrow().value("max"))
                .isGreaterThan(900);
    }

    @Test
    void abort_criteria_end_a_run_when_they_hold_long_enough() throws InterruptedException {
        LoadTestResult result = inline("""
                        import http from 'k6/http';
                        export const options = { vus: 2, duration: '60s', abortCriteria: [
                            { name: 'High error rate', metric: 'http_req_failed', stat: 'rate', condition: '>', value: 0.5, duration: '1s', enabled: true }] };
                        export default function () { http.get(__ENV.URL + '/bad'); sleep(0.01); }
                        """).run();

        assertThat(result.stoppedReason()).isEqualTo("auto_stop: High error rate");
        assertThat(result.exitCode()).isEqualTo(ExitCode.ABORTED);
        assertThat(result.snapshot().seconds()).isBetween(1.0, 20.0);
    }

    @Test
    void a_script_may_abort_or_fail_the_test() throws InterruptedException {
        LoadTestResult aborted = inline("""
                        import exec from 'k6/execution';
                        export const options = { vus: 2, duration: '60s' };
                        export default function () { if (exec.scenario.iterationInTest === 5) { exec.test.abort('five'); } sleep(0.01); }
                        export function teardown() { console.log('torn down'); }
                        """).run();
        assertThat(aborted.exitCode()).isEqualTo(ExitCode.ABORTED);
        assertThat(aborted.stoppedReason()).isEqualTo("five");
        assertThat(lines).contains("info: torn down");

        LoadTestResult failed = inline(
                        "import exec from 'k6/execution'; export default () => exec.test.fail('because');")
                .run();
        assertThat(failed.exitCode()).isEqualTo(ExitCode.MARKED_FAILED);
    }

    @Test
    void scenarios_run_their_own_functions_with_their_own_variables_and_tags() throws InterruptedException {
        LoadTestResult result = inline("""
                        import exec from 'k6/execution';
                        import { Counter } from 'k6/metrics';
                        const seen = new Counter('seen');
                        export const options = { scenarios: {
                            one: { executor: 'shared-iterations', vus: 2, iterations: 6, exec: 'first', env: { WHO: 'a' }, tags: { team: 'red' } },
                            two: { executor: 'per-vu-iterations', vus: 1, iterations: 2, exec: 'second', startTime: '100ms' },
                        }, thresholds: { 'seen{team:red}': ['count == 6'], 'seen{scenario:two}': ['count == 2'] } };
                        export function first() { seen.add(1); if (__ENV.WHO !== 'a') throw new Error('who'); }
                        export function second() { seen.add(1); console.log(exec.scenario.name, exec.scenario.executor, exec.vu.iterationInScenario, __ENV.WHO); }
                        """).run();

        assertThat(result.thresholds()).allMatch(threshold -> threshold.ok());
        assertThat(result.context().errors()).isEmpty();
        assertThat(lines)
                .containsExactly("info: two per-vu-iterations 0 undefined", "info: two per-vu-iterations 1 undefined");
    }

    @Test
    void handle_summary_gets_the_data_of_k6() throws InterruptedException {
        LoadTestResult result = inline("""
                        import { check } from 'k6';
                        export default () => check(1, { one: (v) => v === 1 });
                        export function handleSummary(data) {
                            return { stdout: data.root_group.checks[0].name + ' ' + data.metrics.iterations.values.count,
                                'bytes.bin': new Uint8Array([1, 2]).buffer };
                        }
                        """).run();

        assertThat(result.written()).containsEntry("stdout", "one 1");
        assertThat((byte[]) result.written().get("bytes.bin")).containsExactly(1, 2);
    }

    @Test
    void what_is_wrong_is_told_before_the_run() {
        assertThatThrownBy(() -> inline("export const options = { vus: 'x', duration: '5' }; export default () => 1;")
                        .run())
                .isInstanceOfSatisfying(
                        LoadTestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INVALID_CONFIG))
                .hasMessageContaining("vus: \"x\" (expected: a whole number, 1 or more)")
                .hasMessageContaining("duration: \"5\" (expected: a duration such as 30s or 1m30s)");
        assertThatThrownBy(() -> inline("export const a = 1;").run())
                .hasMessageStartingWith("the script exports no default function");
        assertThatThrownBy(() -> inline("export default () => 1;")
                        .threshold("http_req_duration", "p(95) <> 5")
                        .run())
                .hasMessageContaining("^");
        assertThatThrownBy(() -> inline("export default () => 1; export function setup() { throw new Error('no'); }")
                        .run())
                .hasMessageContaining("setup failed: Error: no");
        assertThatThrownBy(() -> inline(
                                "export const options = { setupTimeout: '200ms' }; export function setup() { while (true) {} } export default () => 1;")
                        .run())
                .hasMessage("setup took longer than 200ms (option setupTimeout)");
        assertThatThrownBy(() -> inline(
                                "export const options = { scenarios: { a: { executor: 'per-vu-iterations', exec: 'nope' } } }; export function f() {}")
                        .run())
                .hasMessage("scenarios.a.exec: \"nope\" (expected: a function that the script exports: f)");
    }

    @Test
    void errors_of_iterations_are_counted_and_do_not_end_the_run() throws InterruptedException {
        LoadTestResult result =
                inline("export default () => { null.x; };").iterations(20).run();

        assertThat(result.context().errors()).hasSize(1);
        assertThat(result.context().errors().values()).containsExactly(20L);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).contains("TypeError").contains("inline.js:1:");
    }

    @Test
    void iterations_may_be_written_in_java() throws InterruptedException {
        LoadTestResult result = LoadTest.iterations(user -> {
                    user.request("GET /java", () -> "ok");
                    user.check("is even", user.iterationInTest() % 2 == 0);
                })
                .vus(4)
                .iterations(40)
                .threshold("request_duration", "p(95) < 1000")
                .threshold("checks", "rate == 0.5")
                .run();

        assertThat(result.passed()).isTrue();
        assertThat(result.snapshot().routes().get(0).count()).isEqualTo(40);
    }

    @Test
    void an_interrupted_run_ends() throws Exception {
        Thread[] runner = new Thread[1];
        Throwable[] thrown = new Throwable[1];
        runner[0] = new Thread(() -> {
            try {
                inline("export default () => { while (true) {} };")
                        .vus(2)
                        .duration(Duration.ofMinutes(5))
                        .listener(run -> runner[0].interrupt())
                        .run();
            } catch (InterruptedException e) {
                thrown[0] = e;
            }
        });
        runner[0].start();
        runner[0].join(30_000);
        assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
    }
}
