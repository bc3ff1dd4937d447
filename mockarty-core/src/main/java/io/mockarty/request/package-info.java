/**
 * A request and its answer, whatever protocol brought it. {@link io.mockarty.request.MockRequest} and
 * {@link io.mockarty.request.MockReply} are what every door exchanges with the engine.
 */
@NullMarked
package io.mockarty.request;

import org.jspecify.annotations.NullMarked;
