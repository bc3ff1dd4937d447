package io.mockarty.resolver.tls;

/** Whether a server asks a client for a certificate during the TLS handshake. */
public enum ClientAuth {

    /** The server does not ask; clients stay anonymous. */
    NONE,

    /** The server asks, and goes on without a certificate; one that it does not trust ends the handshake. */
    WANT,

    /** The server asks, and ends the handshake unless the client shows a certificate that it trusts. */
    NEED
}
