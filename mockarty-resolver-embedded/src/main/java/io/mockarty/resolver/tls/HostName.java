package io.mockarty.resolver.tls;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name that a certificate vouches for, one GeneralName of its subjectAltName (RFC 5280, 4.2.1.6). */
sealed interface HostName {

    /** The DER bytes of the GeneralName. */
    byte[] generalName();

    /** Reads a DNS name or the literal of an IP address; never asks a name server. */
    static HostName parse(String text) {
        if (text.indexOf(':') >= 0) {
            return Ip.parse(text, "[" + text + "]"); // in brackets the JDK takes it as a literal or not at all
        }
        if (Ip.DOTTED.matcher(text).matches()) {
            return Ip.parse(text, text);
        }
        return Dns.parse(text);
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("hostNames: \"" + text
                + "\" (expected: a DNS name such as api.example.test or *.example.test, or an IP address such as"
                + " 127.0.0.1 or ::1, without scheme, brackets and port)");
    }

    /** A DNS name, in lower case and with other than ASCII letters in their {@code xn--} form. */
    record Dns(String ascii) implements HostName {

        private static final int DNS_NAME = 2;
        private static final int MAX_LENGTH = 253;
        private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";

        /** The last label is never a number, or it would read as an IPv4 address. */
        private static final Pattern NAME = Pattern.compile("(\\*\\.)?(" + LABEL + "\\.)*(?![0-9]+$)" + LABEL);

        static Dns parse(String text) {
            try {
                String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
                if (ascii.length() <= MAX_LENGTH && NAME.matcher(ascii).matches()) {
                    return new Dns(ascii);
                }
            } catch (IllegalArgumentException e) {
                throw (IllegalArgumentException) invalid(text).initCause(e);
            }
            throw invalid(text);
        }

        @Override
        public byte[] generalName() {
            return Der.implicit(DNS_NAME, ascii.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** An IPv4 or IPv6 address. */
    record Ip(InetAddress address) implements HostName {

        private static final int IP_ADDRESS = 7;
        private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
        static final Pattern DOTTED = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
        private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]+");

        static Ip parse(String text, String literal) {
            if (!COLONS.matcher(text).matches()) {
                throw invalid(text);
            }
            try {
                return new Ip(InetAddress.getByName(literal));
            } catch (UnknownHostException e) {
                throw (IllegalArgumentException) invalid(text).initCause(e);
            }
        }

        @Override
        public byte[] generalName() {
            return Der.implicit(IP_ADDRESS, address.getAddress());
        }
    }
}
