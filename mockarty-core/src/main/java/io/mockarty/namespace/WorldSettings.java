package io.mockarty.namespace;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.TemplateRoot;
import java.time.Clock;

/**
 * What all namespaces of one server share. Immutable and thread-safe.
 *
 * @param clock the real time
 * @param seed the seed from which each namespace derives its own
 * @param journalBudget the memory of all journals
 * @param templates where template files are read from
 */
public record WorldSettings(Clock clock, long seed, JournalBudget journalBudget, TemplateRoot templates) {}
