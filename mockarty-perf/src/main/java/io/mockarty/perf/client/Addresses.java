package io.mockarty.perf.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where hosts are, as the settings say: some lead elsewhere, some must not be reached. Thread-safe. */
final class Addresses {

    private final ClientSettings settings;

    Addresses(ClientSettings settings) {
        this.settings = settings;
    }

    /** The addresses of a host in the order in which they are to be tried, at least one. */
    List<InetAddress> of(Origin origin) throws HttpFailure {
        if (settings.blockedHosts().test(origin.host())) {
            throw new HttpFailure(
                    FailureCodes.BLOCKED_HOST, "hostname " + origin.host() + " is blocked", HttpTimings.NONE, null);
        }
        String override = override(origin);
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(override == null ? origin.host() : host(override));
        } catch (UnknownHostException e) {
            throw HttpClient.failure(origin, e, HttpTimings.NONE);
        }
        List<InetAddress> allowed = new ArrayList<>(Arrays.asList(found));
        allowed.removeIf(address -> settings.blockedAddresses().test(address.getAddress()));
        if (allowed.isEmpty()) {
            throw new HttpFailure(
                    FailureCodes.BLOCKED_ADDRESS,
                    "IP " + found[0].getHostAddress() + " of " + origin.host() + " is blocked",
                    HttpTimings.NONE,
                    null);
        }
        return allowed;
    }

    /** The port to connect to. */
    int port(Origin origin) {
        String override = override(origin);
        int colon = override == null ? -1 : portColon(override);
        return override == null || colon < 0 ? origin.port() : Integer.parseInt(override.substring(colon + 1));
    }

    private static String host(String override) {
        int colon = portColon(override);
        return colon < 0 ? override : override.substring(0, colon);
    }

    /** Where the port of {@code address:port} begins, or -1; the colons of a bare IPv6 address do not count. */
    private static int portColon(String override) {
        int colon = override.lastIndexOf(':');
        boolean port = override.indexOf(':') == colon || override.contains("]:");
        return port && colon > 0 ? colon : -1;
    }

    private @Nullable String override(Origin origin) {
        if (settings.hosts().isEmpty()) {
            return null;
        }
        String host = origin.host();
        String found = settings.hosts().get(host + ":" + origin.port());
        if (found == null) {
            found = settings.hosts().get(host);
        }
        for (int dot = host.indexOf('.'); found == null && dot > 0; dot = host.indexOf('.', dot + 1)) {
            found = settings.hosts().get("*" + host.substring(dot));
        }
        return found;
    }
}
