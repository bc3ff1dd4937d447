package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.util.List;

/** Addresses of machines. */
final class NetworkFakes {

    private static final long FIRST_REGISTERED_PORT = 1024;
    private static final long LAST_PORT = 65535;

    private NetworkFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("IPv4", NetworkFakes::ipv4),
                plain("IPv6", NetworkFakes::ipv6),
                plain("MacAddress", source -> mac(source, 6)),
                plain("mac_oui", source -> mac(source, 3)),
                plain("private_ip", NetworkFakes::privateIp),
                plain("cidr", NetworkFakes::cidr),
                plain("port", source -> source.between(FIRST_REGISTERED_PORT, LAST_PORT)));
    }

    /** A unicast address outside 127.0.0.0/8. */
    private static String ipv4(FakeSource source) {
        long first = source.between(1, 222);
        return (first < 127 ? first : first + 1) + "." + source.between(0, 255) + "." + source.between(0, 255) + "."
                + source.between(1, 254);
    }

    /** All eight groups, under the prefix reserved for documentation (RFC 3849). */
    private static String ipv6(FakeSource source) {
        StringBuilder text = new StringBuilder("2001:0db8");
        for (int group = 2; group < 8; group++) {
            text.append(':').append(source.hex(4));
        }
        return text.toString();
    }

    /** Unicast and globally administered: the two low bits of the first byte are zero. */
    private static String mac(FakeSource source, int bytes) {
        StringBuilder text = new StringBuilder(source.hex(1)).append(source.characters("048c", 1));
        for (int i = 1; i < bytes; i++) {
            text.append(':').append(source.hex(2));
        }
        return text.toString();
    }

    private static String privateIp(FakeSource source) {
        String network = switch (source.random().nextInt(3)) {
            case 0 -> "10." + source.between(0, 255);
            case 1 -> "172." + source.between(16, 31);
            default -> "192.168";
        };
        return network + "." + source.between(0, 255) + "." + source.between(1, 254);
    }

    /** A private network; the bits of the host are zero. */
    private static String cidr(FakeSource source) {
        int length = (int) source.between(16, 30);
        long host = (1L << (32 - length)) - 1;
        long address = (10L << 24 | source.between(0, (1L << 24) - 1)) & ~host;
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255)
                + "/" + length;
    }
}
