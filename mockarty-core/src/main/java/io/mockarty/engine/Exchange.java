package io.mockarty.engine;

import io.mockarty.expression.Scope;
import io.mockarty.fake.FakeSource;
import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.match.RequestPattern;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import io.mockarty.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One request on its way to its answer: what expressions look at. Parts are made when they are first asked for. */
final class Exchange implements Scope {

    private final Namespace namespace;
    private final LiveMock mock;
    private final MockRequest request;
    private final long number;

    private @Nullable Map<String, String> pathParams;
    private @Nullable Store mockStore;
    private @Nullable Store chainStore;
    private @Nullable Store globalStore;
    private @Nullable FakeSource fakes;
    private @Nullable MockReply reply;

    Exchange(Namespace namespace, LiveMock mock, MockRequest request) {
        this.namespace = namespace;
        this.mock = mock;
        this.request = request;
        this.number = namespace.nextExchange();
    }

    void answeredWith(MockReply answer) {
        reply = answer;
    }

    @Override
    public MockRequest request() {
        return request;
    }

    @Override
    public Map<String, String> pathParams() {
        if (pathParams == null) {
            RequestPattern pattern = mock.pattern();
            pathParams = pattern == null ? Map.of() : pattern.route().parameters(request.segments());
        }
        return pathParams;
    }

    @Override
    public Store mockStore() {
        if (mockStore == null) {
            mockStore = mock.newMockStore();
        }
        return mockStore;
    }

    @Override
    public Store chainStore() {
        if (chainStore == null) {
            String chainId = mock.chainId();
            chainStore = chainId == null ? new Store() : namespace.stores().chain(chainId);
        }
        return chainStore;
    }

    @Override
    public Store globalStore() {
        Store updating = globalStore;
        return updating == null ? namespace.stores().global() : updating;
    }

    @Override
    public void updateChainStore(Consumer<Store> work) {
        Store outside = chainStore();
        outside.update(inside -> {
            chainStore = inside;
            try {
                work.accept(inside);
            } finally {
                chainStore = outside;
            }
            return true;
        });
    }

    @Override
    public void updateGlobalStore(Consumer<Store> work) {
        globalStore().update(inside -> {
            globalStore = inside;
            try {
                work.accept(inside);
            } finally {
                globalStore = null;
            }
            return true;
        });
    }

    @Override
    public FakeSource fakes() {
        if (fakes == null) {
            fakes = FakeSource.seeded(namespace.seedOf(number), namespace.clock());
        }
        return fakes;
    }

    RandomGenerator random() {
        return fakes().random();
    }

    @Override
    public String namespace() {
        return namespace.name();
    }

    @Override
    public @Nullable Object response() {
        if (reply == null) {
            return null;
        }
        try {
            return Json.parse(reply.body());
        } catch (JsonSyntaxException e) {
            return new String(reply.body(), StandardCharsets.UTF_8);
        }
    }
}
