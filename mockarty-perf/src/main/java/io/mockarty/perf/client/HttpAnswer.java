package io.mockarty.perf.client;

import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param status the status code, 200..999
 * @param reason the phrase after it, possibly empty
 * @param protocol such as {@code HTTP/1.1}
 * @param headers the headers
 * @param body the body as sent, possibly compressed; empty when there is none
 * @param timings how long it took
 * @param peer who answered
 * @param sent how many bytes went out
 * @param received how many bytes came in
 */
public record HttpAnswer(
        int status,
        String reason,
        String protocol,
        HttpHeaders headers,
        byte[] body,
        HttpTimings timings,
        Peer peer,
        long sent,
        long received) {

    /**
     * The other end of a connection.
     *
     * @param address its IP address
     * @param port its port
     * @param tlsVersion such as {@code TLSv1.3}, or null without encryption
     * @param cipher the cipher suite, or null without encryption
     */
    public record Peer(
            String address,
            int port,
            @Nullable String tlsVersion,
            @Nullable String cipher) {}
}
