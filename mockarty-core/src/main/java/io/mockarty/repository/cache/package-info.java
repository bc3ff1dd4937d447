/**
 * Caches before a repository: one in the memory of the node, bounded by bytes, and one in Redis that nodes share.
 * {@link io.mockarty.repository.cache.CachedRepository} is the type to open first.
 */
@NullMarked
package io.mockarty.repository.cache;

import org.jspecify.annotations.NullMarked;
