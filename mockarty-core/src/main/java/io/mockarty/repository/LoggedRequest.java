package io.mockarty.repository;

import io.mockarty.journal.JournalEntry;
import java.time.Instant;

/**
 * A request that was logged. Immutable and thread-safe.
 *
 * @param entry the request and its answer; {@code sequence} is given by the repository, the later written the higher
 * @param node the node that answered
 * @param arrivedAt when the request came, by the clock of the repository and in microseconds; the order of requests
 *     across nodes
 */
public record LoggedRequest(JournalEntry entry, String node, Instant arrivedAt) {}
