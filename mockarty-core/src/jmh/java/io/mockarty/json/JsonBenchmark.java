package io.mockarty.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to read and to write the body of a small order. */
@State(Scope.Benchmark)
public class JsonBenchmark {

    private final Map<String, Object> order = Map.of(
            "orderId",
            "6f1d0c3e-8f0e-4f0a-9d52-0c7d3c0f6a11",
            "total",
            4250L,
            "lines",
            List.of(Map.of("sku", "A-1", "quantity", 2L), Map.of("sku", "B-7", "quantity", 1L)));

    private final byte[] body = Json.write(order).getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public @Nullable Object parse() {
        return Json.parse(body);
    }

    @Benchmark
    public String write() {
        return Json.write(order);
    }
}
