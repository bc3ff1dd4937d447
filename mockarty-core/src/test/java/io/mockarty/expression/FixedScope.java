package io.mockarty.expression;

import io.mockarty.fake.FakeSource;
import io.mockarty.json.Json;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import io.mockarty.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;

/** A scope with fixed content, for tests. */
public record FixedScope(
        MockRequest request,
        Map<String, String> pathParams,
        Store mockStore,
        Store chainStore,
        Store globalStore,
        Object response)
        implements Scope {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-03-22T10:30:00Z"), ZoneOffset.UTC);

    /** A POST to {@code /} with a JSON body, and nothing else. */
    public static FixedScope json(String body) {
        return request("/", Headers.of("Content-Type", "application/json"), body);
    }

    /** A POST, with nothing in any store. */
    public static FixedScope request(String target, Headers headers, String body) {
        return of(MockRequest.of("POST", target, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    static FixedScope of(MockRequest request) {
        return new FixedScope(request, Map.of(), new Store(), new Store(), new Store(), null);
    }

    /** The same with an answer. */
    public FixedScope answered(String json) {
        return new FixedScope(request, pathParams, mockStore, chainStore, globalStore, Json.parse(json));
    }

    /** The same with route parameters. */
    public FixedScope at(Map<String, String> params) {
        return new FixedScope(request, params, mockStore, chainStore, globalStore, response);
    }

    @Override
    public void updateChainStore(Consumer<Store> work) {
        work.accept(chainStore);
    }

    @Override
    public void updateGlobalStore(Consumer<Store> work) {
        work.accept(globalStore);
    }

    @Override
    public FakeSource fakes() {
        return FakeSource.seeded(42, MORNING);
    }

    @Override
    public String namespace() {
        return "sandbox";
    }
}
