/**
 * A mocked API in a JUnit test: {@link io.mockarty.junit5.MockartyTest} on the class, a {@code MockartyServer}
 * parameter on the method, {@link io.mockarty.junit5.MockartyAssertions} for what was received.
 */
@NullMarked
package io.mockarty.junit5;

import org.jspecify.annotations.NullMarked;
