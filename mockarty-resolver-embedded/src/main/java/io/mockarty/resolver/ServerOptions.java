package io.mockarty.resolver;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.resolver.http.HttpLimits;
import io.mockarty.resolver.tls.Tls;
import io.mockarty.storage.Repositories;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server is built with: addresses, limits and worlds. Immutable and thread-safe. */
record ServerOptions(
        Addresses addresses,
        HttpLimits limits,
        JournalLimits journal,
        Worlds worlds,
        Persistence persistence,
        Duration stopTimeout) {

    /** Where the server listens; -1 as a port for not at all. */
    record Addresses(String host, int httpPort, int httpsPort, Tls tls) {}

    /** How much the journal keeps. */
    record JournalLimits(long bytes, int bodyBytes) {}

    /** Namespaces and what they share; without a seed each server draws its own. */
    record Worlds(
            String defaultNamespace,
            @Nullable String rootNamespace,
            @Nullable Long seed,
            Clock clock,
            TemplateRoot templates) {}

    /** Where mocks, stores and counters are kept, null for in the namespaces; and a name for this node, or null. */
    record Persistence(
            @Nullable Repositories repositories, @Nullable String nodeName) {}

    static ServerOptions defaults() {
        return new ServerOptions(
                new Addresses("127.0.0.1", 0, -1, Tls.selfSigned()),
                HttpLimits.defaults(),
                new JournalLimits(JournalBudget.DEFAULT_BYTES, JournalBudget.DEFAULT_BODY_BYTES),
                new Worlds("sandbox", "sandbox", null, Clock.systemUTC(), TemplateRoot.none()),
                new Persistence(null, null),
                Duration.ofSeconds(2));
    }
}
