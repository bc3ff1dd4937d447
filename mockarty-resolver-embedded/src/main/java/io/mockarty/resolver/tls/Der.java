package io.mockarty.resolver.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Writes the few ASN.1 values that a certificate is made of, in the Distinguished Encoding Rules (X.690). Each method
 * returns a whole value: identifier octet, length octets and contents.
 */
final class Der {

    private static final int CONSTRUCTED = 0x20;
    private static final int CONTEXT = 0x80;
    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");
    private static final DateTimeFormatter GENERALIZED_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

    private Der() {}

    /** BOOLEAN TRUE (X.690, 8.2 and 11.1); DER leaves out a FALSE that is the default. */
    static byte[] yes() {
        return value(0x01, new byte[] {(byte) 0xFF});
    }

    /** INTEGER: two's complement, as short as can be (X.690, 8.3), which is how BigInteger writes itself. */
    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    /** BIT STRING of whole octets (X.690, 8.6): the first octet counts the unused bits. */
    static byte[] bitString(byte[] octets) {
        return value(0x03, concat(new byte[] {0}, octets));
    }

    /** BIT STRING with one named bit set, 0 to 7; the zeros behind it are left out (X.690, 11.2.2). */
    static byte[] namedBit(int bit) {
        return value(0x03, new byte[] {(byte) (7 - bit), (byte) (0x80 >>> bit)});
    }

    /** OCTET STRING (X.690, 8.7). */
    static byte[] octetString(byte[] octets) {
        return value(0x04, octets);
    }

    /** OBJECT IDENTIFIER (X.690, 8.19): the first two arcs are one number; all are in base 128, high digits first. */
    static byte[] oid(String dotted) {
        int[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
        arcs[1] += 40 * arcs[0];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; i < arcs.length; i++) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arcs[i] >>> shift != 0) {
                    out.write(arcs[i] >>> shift & 0x7F | 0x80);
                }
            }
            out.write(arcs[i] & 0x7F);
        }
        return value(0x06, out.toByteArray());
    }

    /**
     * Time (RFC 5280, 4.1.2.5): UTCTime with two digits for the years 1950 to 2049, else GeneralizedTime; no fractions.
     */
    static byte[] time(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        boolean twoDigits = utc.getYear() >= 1950 && utc.getYear() < 2050;
        String text = (twoDigits ? UTC_TIME : GENERALIZED_TIME).format(utc);
        return value(twoDigits ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** SEQUENCE or SEQUENCE OF (X.690, 8.9 and 8.10). */
    static byte[] sequence(byte[]... values) {
        return value(0x10 | CONSTRUCTED, concat(values));
    }

    /** A value under the explicit tag [number] (X.690, 8.14). */
    static byte[] explicit(int number, byte[] value) {
        return value(CONTEXT | CONSTRUCTED | number, value);
    }

    /** The contents of a primitive value under the implicit tag [number] (X.690, 8.14). */
    static byte[] implicit(int number, byte[] contents) {
        return value(CONTEXT | number, contents);
    }

    /** Identifier, length in the short form below 128 and else in the shortest long form (X.690, 8.1 and 10.1). */
    private static byte[] value(int identifier, byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(identifier);
        int length = contents.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                out.write(length >>> 8 * i);
            }
        }
        out.writeBytes(contents);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
