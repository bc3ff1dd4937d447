package io.mockarty.namespace;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.TemplateRoot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Namespaces as tests need them: at noon, with seed 7. */
public final class Worlds {

    public static final Instant NOON = Instant.parse("2026-03-22T12:00:00Z");

    private Worlds() {}

    public static Namespaces create() {
        return create(7, new JournalBudget(1L << 30, 1 << 20));
    }

    public static Namespaces create(long seed, JournalBudget budget) {
        return new Namespaces(new WorldSettings(Clock.fixed(NOON, ZoneOffset.UTC), seed, budget, TemplateRoot.none()));
    }
}
