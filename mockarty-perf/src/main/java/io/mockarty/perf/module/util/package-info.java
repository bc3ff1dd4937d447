/** What scripts use beside protocols: encodings, hashes, timers, shared data, fake data, and globals of the web. */
@NullMarked
package io.mockarty.perf.module.util;

import org.jspecify.annotations.NullMarked;
