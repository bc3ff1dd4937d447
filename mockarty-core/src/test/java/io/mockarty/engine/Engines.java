package io.mockarty.engine;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.MockBuilder;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.namespace.Worlds;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;

/** An engine with one namespace, as tests need it. */
final class Engines {

    final Namespaces namespaces;
    final Namespace namespace;
    final MockEngine engine;

    Engines(long seed) {
        namespaces = Worlds.create(seed, new JournalBudget(1L << 30, 1 << 20));
        namespace = namespaces.open("shop");
        engine = new MockEngine(namespaces);
    }

    void save(MockBuilder mock) {
        namespace.save(mock.build());
    }

    MockReply reply(MockRequest request) {
        return engine.handle(namespace, request).reply();
    }

    String body(MockRequest request) {
        return new String(reply(request).body(), StandardCharsets.UTF_8);
    }
}
