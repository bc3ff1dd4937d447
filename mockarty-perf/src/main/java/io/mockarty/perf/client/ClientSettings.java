package io.mockarty.perf.client;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * How a client connects.
 *
 * @param hosts addresses to use instead of looking names up, as {@code name} or {@code name:port} to {@code address} or
 *     {@code address:port}; a name may begin with {@code *.}
 * @param blockedHosts whether a name must not be connected to
 * @param blockedAddresses whether an IP address must not be connected to
 * @param reuse whether connections are kept open
 * @param tls finds what makes encrypted connections, the same each time; asked when there is one to be made
 * @param tlsProtocols the versions of TLS that are allowed; empty for those of the JVM
 * @param tlsCiphers the cipher suites that are allowed; empty for those of the JVM
 * @param verify whether the name in a certificate must be that of the host
 */
public record ClientSettings(
        Map<String, String> hosts,
        Predicate<String> blockedHosts,
        Predicate<byte[]> blockedAddresses,
        boolean reuse,
        Supplier<SSLSocketFactory> tls,
        List<String> tlsProtocols,
        List<String> tlsCiphers,
        boolean verify) {

    /** {@return settings that change nothing} */
    public static ClientSettings plain() {
        return new ClientSettings(
                Map.of(),
                host -> false,
                address -> false,
                true,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                List.of(),
                List.of(),
                true);
    }
}
