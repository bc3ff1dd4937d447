/**
 * What a load test must achieve, and when it ends early. Start with {@link io.mockarty.perf.threshold.ThresholdReader}.
 */
@NullMarked
package io.mockarty.perf.threshold;

import org.jspecify.annotations.NullMarked;
