/**
 * The TLS side of a server: its certificate and key, and what it asks of its clients.
 *
 * <p>{@link io.mockarty.resolver.tls.Tls} is the type to open first. A certificate comes from PEM files, from a PKCS#12
 * key store, or is made on the spot; for the latter the package has a small X.509 writer of its own and needs nothing
 * but the JDK. Nothing here knows about mocks or about the HTTP server.
 */
@NullMarked
package io.mockarty.resolver.tls;

import org.jspecify.annotations.NullMarked;
