package io.mockarty.acceptance.readme;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.PerfTest;
import io.mockarty.perf.LoadTest;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.resolver.MockartyServer;
import org.junit.jupiter.api.Test;

/** The Java of docs/load-testing.md. */
@MockartyTest
class LoadTestSnippetsTest {

    private final Stock stock = new Stock();

    /** Stands for the client of somebody. */
    private static final class Stock {

        String read(long sku) {
            return "{\"sku\": " + sku + ", \"left\": 7}";
        }
    }

    // snippet: perf-junit
    @PerfTest(
            script = "load/stock.js",
            vus = 2,
            iterations = 20,
            thresholds = {"checks: rate == 1", "http_req_duration: p(95) < 2000"})
    void the_stock_is_quick(MockartyServer mocks) {
        mocks.stub(get("/stock/:sku").respond(ok().json("{\"left\": 7}")));
    }
    // end-snippet

    @Test
    void iterations_in_java() throws InterruptedException {
        // snippet: perf-java
        LoadTestResult result = LoadTest.iterations(user -> {
                    String answer = user.request("GET /stock/{id}", () -> stock.read(user.iterationInTest()));
                    user.check("there is some left", answer.contains("left"));
                })
                .vus(4)
                .iterations(100)
                .threshold("request_duration", "p(95) < 2000")
                .run();
        assertThat(result.passed()).as(result.thresholdText()).isTrue();
        // end-snippet
    }
}
