/**
 * The load-test engine: k6-style scripts and plain Java, thresholds and reports. Start with
 * {@link io.mockarty.perf.LoadTest}.
 */
@NullMarked
package io.mockarty.perf;

import org.jspecify.annotations.NullMarked;
