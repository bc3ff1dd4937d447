/**
 * The pipeline every request takes, whatever door it came through: route, conditions, limits, extraction, rendering,
 * journal, webhooks. {@link io.mockarty.engine.MockEngine} is the type to open.
 */
@NullMarked
package io.mockarty.engine;

import org.jspecify.annotations.NullMarked;
