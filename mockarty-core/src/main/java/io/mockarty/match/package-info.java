/**
 * Which mock answers a request, and why the others do not. {@link io.mockarty.match.RequestPattern} is one compiled
 * description of requests; {@link io.mockarty.match.RouteIndex} finds the few patterns that can match a path.
 */
@NullMarked
package io.mockarty.match;

import org.jspecify.annotations.NullMarked;
