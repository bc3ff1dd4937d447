/**
 * Compiled answers: what is fixed is turned into bytes once, what is not becomes a list of pieces that are put together
 * for each request. {@link io.mockarty.render.ResponseTemplate} is the type to open first.
 */
@NullMarked
package io.mockarty.render;

import org.jspecify.annotations.NullMarked;
