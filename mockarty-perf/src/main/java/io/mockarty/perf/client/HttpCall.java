package io.mockarty.perf.client;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param method such as {@code GET}
 * @param uri where to, {@code http} or {@code https}
 * @param headers what to send; {@code Host} and {@code Content-Length} are added when missing
 * @param body what to send, or null
 * @param timeout how long the whole exchange may take
 */
public record HttpCall(String method, URI uri, HttpHeaders headers, byte @Nullable [] body, Duration timeout) {}
