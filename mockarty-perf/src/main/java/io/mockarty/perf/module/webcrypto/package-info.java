/** The global {@code crypto} of scripts, as far as Java has its algorithms. */
@NullMarked
package io.mockarty.perf.module.webcrypto;

import org.jspecify.annotations.NullMarked;
