package io.mockarty.resolver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** Makes URLs that clients on this machine can use. */
final class Urls {

    /** Answers for the address of all interfaces of either family, since a socket bound to it takes both. */
    private static final String LOOPBACK = "127.0.0.1";

    private Urls() {}

    /**
     * Makes a URL.
     *
     * @param scheme {@code http} or {@code https}
     * @param address where a server listens; the address that stands for all of them is replaced by the loopback one
     * @param path the path, not encoded, without a slash at its end
     * @return the URL
     */
    static URI at(String scheme, InetSocketAddress address, String path) {
        try {
            String url = new URI(scheme, null, host(address), address.getPort(), path, null, null).toASCIIString();
            return URI.create(url);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no URL can be made of " + address + " and " + path, e);
        }
    }

    private static String host(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        return ip != null && ip.isAnyLocalAddress() ? LOOPBACK : address.getHostString();
    }
}
