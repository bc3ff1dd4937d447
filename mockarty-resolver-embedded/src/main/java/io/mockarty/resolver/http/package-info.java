/**
 * The HTTP door: HTTP/1.1 and HTTP/2 on Undertow, in clear text and over TLS.
 * {@link io.mockarty.resolver.http.HttpServer} opens listeners; each hands its requests to a {@code HttpDoor}.
 */
@NullMarked
package io.mockarty.resolver.http;

import org.jspecify.annotations.NullMarked;
