/**
 * Turns what a browser recorded (HAR 1.2) into a load script. Start with {@link io.mockarty.perf.har.HarScript}.
 *
 * <p>The file is read twice, entry by entry, so that it may be much larger than the memory: first for the requests,
 * then for the values in responses that later requests send back.
 */
@NullMarked
package io.mockarty.perf.har;

import org.jspecify.annotations.NullMarked;
