/**
 * The load-test engine: k6-style scripts on the JVM, thresholds and reports. This module is an empty room for now; the
 * engine moves in with its own release (see {@code CHANGELOG.md}).
 */
@NullMarked
package io.mockarty.perf;

import org.jspecify.annotations.NullMarked;
