package io.mockarty.repository;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A folder that mocks are sorted into. Immutable and thread-safe.
 *
 * @param id the id, unique in its namespace
 * @param parentId the folder around it, or null
 * @param name its name
 * @param sortOrder its place among its neighbours
 * @param createdAt when it was made
 * @param updatedAt when it was changed last
 */
public record MockFolder(
        String id, @Nullable String parentId, String name, int sortOrder, Instant createdAt, Instant updatedAt) {}
