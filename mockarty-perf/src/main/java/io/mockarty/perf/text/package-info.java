/**
 * Small texts that several packages read or write: durations, suggestions for misspelt names, marks below a wrong
 * character. Start with {@link io.mockarty.perf.text.Durations}.
 */
@NullMarked
package io.mockarty.perf.text;

import org.jspecify.annotations.NullMarked;
