package io.mockarty.resolver.tls;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;

/** The certificate extensions of RFC 5280, 4.2.1, that a small authority and its certificates need, in DER. */
final class CertificateExtensions {

    private static final int KEY_ID_OCTETS = 20;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;

    private CertificateExtensions() {}

    /** basicConstraints (4.2.1.9), critical: an authority that may sign certificates but no further authority. */
    static byte[] authority() {
        return critical("2.5.29.19", Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO)));
    }

    /** basicConstraints (4.2.1.9), critical: not an authority, the default and therefore empty. */
    static byte[] endEntity() {
        return critical("2.5.29.19", Der.sequence());
    }

    /** keyUsage (4.2.1.3), critical: keyCertSign. */
    static byte[] signsCertificates() {
        return critical("2.5.29.15", Der.namedBit(KEY_CERT_SIGN));
    }

    /** keyUsage (4.2.1.3), critical: digitalSignature. */
    static byte[] signsHandshakes() {
        return critical("2.5.29.15", Der.namedBit(DIGITAL_SIGNATURE));
    }

    /** extKeyUsage (4.2.1.12). */
    static byte[] extendedKeyUsage(String purposeOid) {
        return extension("2.5.29.37", Der.sequence(Der.oid(purposeOid)));
    }

    /** subjectAltName (4.2.1.6); the names must not be empty. */
    static byte[] alternativeNames(List<HostName> names) {
        return extension(
                "2.5.29.17",
                Der.sequence(names.stream().map(HostName::generalName).toArray(byte[][]::new)));
    }

    /** subjectKeyIdentifier (4.2.1.2). */
    static byte[] subjectKeyId(PublicKey key) {
        return extension("2.5.29.14", Der.octetString(keyId(key)));
    }

    /** authorityKeyIdentifier (4.2.1.1) with the [0] keyIdentifier alone. */
    static byte[] authorityKeyId(PublicKey key) {
        return extension("2.5.29.35", Der.sequence(Der.implicit(0, keyId(key))));
    }

    /** Any unique number will do (4.2.1.2); this is the SubjectPublicKeyInfo hashed and cut to the usual length. */
    private static byte[] keyId(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return Arrays.copyOf(hash, KEY_ID_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] critical(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.yes(), Der.octetString(value));
    }

    private static byte[] extension(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.octetString(value));
    }
}
