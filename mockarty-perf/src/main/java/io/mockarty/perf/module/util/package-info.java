/** Modules that need no network: encodings, hashes, shared data, invented values, timers, and what browsers offer. */
@NullMarked
package io.mockarty.perf.module.util;

import org.jspecify.annotations.NullMarked;
