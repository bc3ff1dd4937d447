package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.namespace.WorldSettings;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to answer a request, from the parsed request to the reply, journal included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {

    /** How many mocks there are besides those that answer. */
    @Param({"1", "10000"})
    public int mocks;

    private final Namespaces namespaces = new Namespaces(new WorldSettings(
            Clock.systemUTC(), 1, new JournalBudget(JournalBudget.DEFAULT_BYTES, 1 << 16), TemplateRoot.none()));
    private final MockEngine engine = new MockEngine(namespaces);
    private final Namespace routes = namespaces.open("routes");
    private final Namespace onePath = namespaces.open("one-path");
    private int saved;

    @Setup
    public void save() {
        for (int i = 0; i < mocks; i++) {
            routes.save(get("/products/" + i + "/:part")
                    .respond(ok().json(Map.of("n", i)))
                    .build());
            onePath.save(post("/orders").withJson("$.id", i).respond(ok()).build());
        }
        routes.save(get("/users/:id")
                .respond(ok().json(Map.of("id", "$.pathParam.id", "page", "$.queryParams.page || 1", "n", 5)))
                .build());
        for (int i = 0; i < 20; i++) {
            routes.save(post("/conditions")
                    .withJson("$.kind", "kind-" + i)
                    .respond(ok())
                    .build());
        }
    }

    private static MockRequest json(String target, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return MockRequest.of("POST", target, Headers.of("Content-Type", "application/json"), bytes);
    }

    @Benchmark
    public MockAnswer staticReply() {
        return engine.handle(routes, MockRequest.of("GET", "/products/0/stock", Headers.empty()));
    }

    @Benchmark
    public MockAnswer templatedReply() {
        return engine.handle(routes, MockRequest.of("GET", "/users/42?page=7", Headers.empty()));
    }

    @Benchmark
    public MockAnswer oneOfTwentyConditions() {
        return engine.handle(routes, json("/conditions", "{\"kind\":\"kind-3\",\"total\":5}"));
    }

    @Benchmark
    public MockAnswer oneOfManyOnOnePath() {
        return engine.handle(onePath, json("/orders", "{\"id\":0,\"total\":5}"));
    }

    @Benchmark
    public MockAnswer noMatchForThePath() {
        return engine.handle(routes, MockRequest.of("GET", "/produces/77/stock/x", Headers.empty()));
    }

    @Benchmark
    public MockAnswer noMatchOnOnePath() {
        return engine.handle(onePath, json("/orders", "{\"id\":\"none\"}"));
    }

    /** Saves a mock with a route of its own and removes it again. */
    @Benchmark
    public boolean saveOneMore() {
        routes.save(get("/new/" + saved++).id("new").respond(ok()).build());
        return routes.delete("new");
    }

    /** Saves one more mock for the path of all others and removes it again. */
    @Benchmark
    public boolean saveOneMoreOnOnePath() {
        onePath.save(post("/orders")
                .id("new")
                .withJson("$.id", "x" + saved++)
                .respond(ok())
                .build());
        return onePath.delete("new");
    }
}
