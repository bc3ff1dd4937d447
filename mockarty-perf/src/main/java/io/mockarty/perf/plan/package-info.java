/** What a run is to do: options, scenarios, thresholds. */
@NullMarked
package io.mockarty.perf.plan;

import org.jspecify.annotations.NullMarked;
