/** The modules {@code k6/http} and {@code mockarty/http}. */
@NullMarked
package io.mockarty.perf.module.http;

import org.jspecify.annotations.NullMarked;
