package io.mockarty.engine;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.MockBuilder;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.namespace.WorldSettings;
import io.mockarty.namespace.Worlds;
import io.mockarty.repository.Repository;
import io.mockarty.repository.memory.InMemoryRepository;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;

/** Two nodes over one repository in memory, which tells them at once what was written; as tests need them. */
final class TwoNodes implements AutoCloseable {

    final Repository repository = InMemoryRepository.create(Clock.systemUTC());
    final Node one = new Node(repository, "one");
    final Node two = new Node(repository, "two");

    /** One server without ports. */
    static final class Node {

        final Namespaces namespaces;
        final MockEngine engine;

        Node(Repository repository, String name) {
            this(repository, name, new JournalBudget(1L << 30, 1 << 20));
        }

        Node(Repository repository, String name, JournalBudget budget) {
            namespaces = new Namespaces(new WorldSettings(
                    Clock.fixed(Worlds.NOON, ZoneOffset.UTC), 7, budget, TemplateRoot.none(), repository, name));
            engine = new MockEngine(namespaces);
        }

        Namespace shop() {
            return namespaces.open("shop");
        }

        void save(MockBuilder mock) {
            shop().save(mock.build());
        }

        MockReply reply(MockRequest request) {
            return engine.handle(shop(), request).reply();
        }

        String body(MockRequest request) {
            return new String(reply(request).body(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        one.namespaces.close();
        two.namespaces.close();
        repository.close();
    }
}
