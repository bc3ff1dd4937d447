package io.mockarty.namespace;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.repository.Repository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What all namespaces of one server share. Immutable and thread-safe.
 *
 * @param clock the real time
 * @param seed the seed from which each namespace derives its own
 * @param journalBudget the memory of all journals
 * @param templates where template files are read from
 * @param repository where mocks, stores and counters are kept, overlays excepted; or null when they end with their
 *     namespace
 * @param nodeName the name of this node among those that share the repository
 */
public record WorldSettings(
        Clock clock,
        long seed,
        JournalBudget journalBudget,
        TemplateRoot templates,
        @Nullable Repository repository,
        String nodeName) {

    /**
     * Creates settings of namespaces that keep everything themselves.
     *
     * @param clock the real time
     * @param seed the seed from which each namespace derives its own
     * @param journalBudget the memory of all journals
     * @param templates where template files are read from
     */
    public WorldSettings(Clock clock, long seed, JournalBudget journalBudget, TemplateRoot templates) {
        this(clock, seed, journalBudget, templates, null, "");
    }
}
