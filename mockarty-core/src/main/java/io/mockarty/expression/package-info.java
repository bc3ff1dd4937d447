/**
 * The {@code $.} language of mocks: {@code $.req.name}, {@code $.fake.UUID}, {@code $.increment($.gS.counter || 0)}.
 *
 * <p>A text is parsed once into a {@link io.mockarty.expression.Template} and evaluated against a
 * {@link io.mockarty.expression.Scope} for each request.
 */
@NullMarked
package io.mockarty.expression;

import org.jspecify.annotations.NullMarked;
