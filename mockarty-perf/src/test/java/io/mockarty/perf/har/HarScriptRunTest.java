package io.mockarty.perf.har;

import static io.mockarty.mock.MockDsl.body;
import static io.mockarty.mock.MockDsl.containing;
import static io.mockarty.mock.MockDsl.cookie;
import static io.mockarty.mock.MockDsl.created;
import static io.mockarty.mock.MockDsl.delete;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.form;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.noContent;
import static io.mockarty.mock.MockDsl.notFound;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.put;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.LoadTest;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.perf.metric.Snapshot.CheckSummary;
import io.mockarty.resolver.MockartyServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The servers answer with other values than in the recording, and want them back. */
@Timeout(120)
class HarScriptRunTest {

    private final List<String> log = new CopyOnWriteArrayList<>();

    private static void site(MockartyServer mocks) {
        mocks.stub(get("/login")
                .when(cookie("consent", equalTo("given")))
                .respond(ok().header("Content-Type", "text/html")
                        .header("Set-Cookie", "sid=fresh-session; Path=/")
                        .text("<form><input type='hidden' name='csrf_token' value='fresh&amp;csrf'></form>")));
        mocks.stub(post("/session")
                .when(cookie("sid", equalTo("fresh-session")))
                .when(header("Origin", containing("127.0.0.1")))
                .when(form("csrf_token", equalTo("fresh&csrf")))
                .when(form("password", equalTo("correct horse")))
                .respond(status(302).header("Location", "/account")));
        mocks.stub(get("/account").respond(ok().text("Hello")));
    }

    private static void api(MockartyServer mocks) {
        mocks.stub(post("/v1/token")
                .when(header("X-Api-Key", equalTo("key-1")))
                .when(body("$.device.pin", equalTo(4321)))
                .respond(ok().json(Map.of("access.token", "fresh-token", "user", Map.of("id", 5)))));
        mocks.stub(post("/v1/orders")
                .when(header("Authorization", equalTo("Bearer fresh-token")))
                .when(body("$.userId", equalTo(5)))
                .when(body("$.quantity", equalTo(77)))
                .respond(created().json(Map.of("data", Map.of("id", "ord-fresh")))));
        mocks.stub(get("/v1/orders/ord-fresh").respond(ok().json(Map.of("ok", true))));
        mocks.stub(put("/v1/users/5/avatar")
                .when(header("Content-Type", containing("multipart/form-data")))
                .when(body("$.title", equalTo("Me ${and} `you`")))
                .when(body("$.file.filename", equalTo("me.png")))
                .respond(noContent()));
        mocks.stub(delete("/v1/orders/ord-fresh").respond(notFound().json(Map.of())));
    }

    @Test
    void a_converted_recording_runs_with_the_values_of_the_day() throws Exception {
        String script = HarScript.write(
                HarScriptTest.shop(), HarOptions.DEFAULTS.withPauses(Duration.ZERO, Duration.ofMillis(100)));
        try (MockartyServer site = MockartyServer.start();
                MockartyServer api = MockartyServer.start()) {
            site(site);
            api(api);

            LoadTestResult result = LoadTest.inline(script)
                    .env("BASE_URL", site.serverUrl().toString())
                    .env("API_URL", api.serverUrl().toString())
                    .env("COOKIE_CONSENT", "given")
                    .env("PASSWORD", "correct horse")
                    .env("X_API_KEY", "key-1")
                    .env("PIN", "4321")
                    .log((level, text) -> log.add(level + ": " + text))
                    .option("duration", "1m")
                    .iterations(2)
                    .run();

            assertThat(log).isEmpty();
            assertThat(result.snapshot().checks())
                    .hasSize(7)
                    .allMatch(check -> check.fails() == 0 && check.passes() == 2);
            assertThat(result.snapshot().checks().stream().map(CheckSummary::group))
                    .contains("::/login", "::My account : Shop", "::Order");
            assertThat(result.passed()).isTrue();
        }
    }
}
