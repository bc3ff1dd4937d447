/** Runs load scripts with GraalJS. */
@NullMarked
package io.mockarty.perf.script;

import org.jspecify.annotations.NullMarked;
