package io.mockarty.perf.module.http;

import io.mockarty.perf.client.ClientSettings;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.TrustAnyone;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Reads how to connect from the options of the script. */
final class SettingsReader {

    private static final List<String> VERSIONS = List.of("tls1.0", "tls1.1", "tls1.2", "tls1.3");

    private SettingsReader() {}

    static ClientSettings read(Map<String, Object> options) {
        boolean verify = !Boolean.TRUE.equals(options.get("insecureSkipTLSVerify"));
        return new ClientSettings(
                hosts(options.get("hosts")),
                blockedHosts(strings(options.get("blockHostnames"))),
                blockedAddresses(strings(options.get("blacklistIPs"))),
                !Boolean.TRUE.equals(options.get("noConnectionReuse")),
                new Encryption(verify, ClientCertificates.of(options.get("tlsAuth"))),
                protocols(options.get("tlsVersion")),
                strings(options.get("tlsCipherSuites")),
                verify);
    }

    private static Map<String, String> hosts(@Nullable Object option) {
        Map<String, String> hosts = new LinkedHashMap<>();
        if (option instanceof Map<?, ?> map) {
            map.forEach((name, address) ->
                    hosts.put(String.valueOf(name).toLowerCase(Locale.ROOT), String.valueOf(address)));
        }
        return hosts;
    }

    static List<String> strings(@Nullable Object option) {
        List<String> strings = new ArrayList<>();
        if (option instanceof List<?> list) {
            list.forEach(item -> strings.add(String.valueOf(item)));
        } else if (option instanceof String text) {
            strings.add(text);
        }
        return strings;
    }

    private static Predicate<String> blockedHosts(List<String> patterns) {
        List<String> lower = patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .toList();
        return host -> lower.stream()
                .anyMatch(pattern ->
                        pattern.startsWith("*") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }

    private static Predicate<byte[]> blockedAddresses(List<String> networks) {
        List<Network> blocked = networks.stream().map(Network::parse).toList();
        return address -> blocked.stream().anyMatch(network -> network.contains(address));
    }

    private static List<String> protocols(@Nullable Object option) {
        if (option instanceof String single) {
            return List.of(TlsNames.java(single));
        }
        if (option instanceof Map<?, ?> range) {
            int min = range.get("min") == null ? 0 : VERSIONS.indexOf(String.valueOf(range.get("min")));
            int max =
                    range.get("max") == null ? VERSIONS.size() - 1 : VERSIONS.indexOf(String.valueOf(range.get("max")));
            if (min < 0 || max < min) {
                throw new ScriptException("tlsVersion: " + option + " (expected: min and max of " + VERSIONS + ")");
            }
            return VERSIONS.subList(min, max + 1).stream().map(TlsNames::java).toList();
        }
        return List.of();
    }

    /** Made when it is needed first: reading the certificates that the JVM trusts takes a tenth of a second. */
    private static final class Encryption implements Supplier<SSLSocketFactory> {

        private final boolean verify;
        private final KeyManager @Nullable [] identity;
        private @Nullable SSLSocketFactory made;

        Encryption(boolean verify, KeyManager @Nullable [] identity) {
            this.verify = verify;
            this.identity = identity;
        }

        @Override
        public synchronized SSLSocketFactory get() {
            if (made == null) {
                try {
                    SSLContext context = SSLContext.getInstance("TLS");
                    context.init(identity, verify ? null : new TrustManager[] {new TrustAnyone()}, null);
                    made = context.getSocketFactory();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("the JDK has no TLS", e);
                }
            }
            return made;
        }
    }

    /** Addresses that begin with the same bits, as in {@code 10.0.0.0/8}. */
    private record Network(byte[] address, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] address = InetAddress.getByName(slash < 0 ? text : text.substring(0, slash))
                        .getAddress();
                int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
                return new Network(address, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                throw new ScriptException(
                        "blacklistIPs: \"" + text + "\" (expected: an address, or a network such as 10.0.0.0/8)", e);
            }
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
