/**
 * A mock server inside this process: {@link io.mockarty.resolver.MockartyServer} starts one, gives its address and
 * takes mocks.
 */
@NullMarked
package io.mockarty.resolver;

import org.jspecify.annotations.NullMarked;
