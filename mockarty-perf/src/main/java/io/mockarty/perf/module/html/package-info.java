/** The module {@code k6/html}. */
@NullMarked
package io.mockarty.perf.module.html;

import org.jspecify.annotations.NullMarked;
