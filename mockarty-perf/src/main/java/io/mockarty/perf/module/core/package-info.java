/** What every script uses: checks, groups, custom metrics, the state of the run. */
@NullMarked
package io.mockarty.perf.module.core;

import org.jspecify.annotations.NullMarked;
