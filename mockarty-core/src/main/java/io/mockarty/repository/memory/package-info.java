/**
 * The repository that lives as long as its process. {@link io.mockarty.repository.memory.InMemoryRepository} is the
 * type to open first; behind it, a world holds the contents of one namespace, and one class each implements the parts.
 */
@NullMarked
package io.mockarty.repository.memory;

import org.jspecify.annotations.NullMarked;
