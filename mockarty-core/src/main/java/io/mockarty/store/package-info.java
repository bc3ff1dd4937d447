/**
 * Values that outlive a request: the global store of a namespace, one store per chain, and the small store of a single
 * request. {@link io.mockarty.store.Stores} is the type to open first.
 */
@NullMarked
package io.mockarty.store;

import org.jspecify.annotations.NullMarked;
