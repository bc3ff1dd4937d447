/**
 * Worlds that do not see each other: {@link io.mockarty.namespace.Namespace} holds the mocks, stores, counters,
 * journal, clock and seed of one, {@link io.mockarty.namespace.Namespaces} opens and closes them.
 */
@NullMarked
package io.mockarty.namespace;

import org.jspecify.annotations.NullMarked;
