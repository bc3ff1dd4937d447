/**
 * A lean blocking client for HTTP/1.1 that measures each phase of a request. Start with
 * {@link io.mockarty.perf.client.HttpClient}.
 */
@NullMarked
package io.mockarty.perf.client;

import org.jspecify.annotations.NullMarked;
