package io.mockarty.resolver.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate authority in memory: an EC P-256 key and a certificate that it signed itself, valid from yesterday (for
 * clocks that differ) for a year. What it issues is valid for the same time. Thread-safe.
 */
final class CertificateAuthority {

    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AFTER = Duration.ofDays(365);
    private static final int SERIAL_BITS = 127;

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final SecureRandom random;

    private CertificateAuthority(PrivateKey key, X509Certificate certificate, SecureRandom random) {
        this.key = key;
        this.certificate = certificate;
        this.random = random;
    }

    /** What a certificate may be used for in TLS (RFC 5280, 4.2.1.12). */
    enum Purpose {
        SERVER("CN=Mockarty server", "1.3.6.1.5.5.7.3.1"),
        CLIENT("CN=Mockarty client", "1.3.6.1.5.5.7.3.2");

        private final String subject;
        private final String oid;

        Purpose(String subject, String oid) {
            this.subject = subject;
            this.oid = oid;
        }
    }

    /** Makes a new authority; its name ends in part of its serial number, so that two can be told apart. */
    static CertificateAuthority create(Clock clock, SecureRandom random) {
        KeyPair keys = newKeyPair(random);
        BigInteger serial = newSerial(random);
        String name = serial.toString(16).substring(0, 8);
        X500Principal subject = new X500Principal("CN=Mockarty CA " + name);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Body body = new Body(serial, subject, now.minus(BEFORE), now.plus(AFTER), subject, keys.getPublic());
        List<byte[]> extensions = List.of(
                CertificateExtensions.authority(),
                CertificateExtensions.signsCertificates(),
                CertificateExtensions.subjectKeyId(keys.getPublic()));
        return new CertificateAuthority(keys.getPrivate(), sign(body, extensions, keys.getPrivate()), random);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Issues a certificate to the holder of a key of any kind; without names it has no subjectAltName. */
    X509Certificate issue(PublicKey holder, Purpose purpose, List<HostName> names) {
        Body body = new Body(
                newSerial(random),
                certificate.getSubjectX500Principal(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                new X500Principal(purpose.subject),
                holder);
        List<byte[]> extensions = new ArrayList<>(List.of(
                CertificateExtensions.endEntity(),
                CertificateExtensions.signsHandshakes(),
                CertificateExtensions.extendedKeyUsage(purpose.oid),
                CertificateExtensions.subjectKeyId(holder),
                CertificateExtensions.authorityKeyId(certificate.getPublicKey())));
        if (!names.isEmpty()) {
            extensions.add(CertificateExtensions.alternativeNames(names));
        }
        return sign(body, extensions, key);
    }

    static KeyPair newKeyPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make an EC P-256 key", e);
        }
    }

    /** Positive and hard to guess (RFC 5280, 4.1.2.2); the top bit is set, so that all have the same length. */
    private static BigInteger newSerial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    /** Certificate (RFC 5280, 4.1): what is signed, the algorithm and the signature. */
    private static X509Certificate sign(Body body, List<byte[]> extensions, PrivateKey key) {
        try {
            byte[] algorithm = Body.ecdsaWithSha256();
            byte[] toBeSigned = body.toBeSigned(algorithm, extensions);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(toBeSigned);
            return Pem.certificate(Der.sequence(toBeSigned, algorithm, Der.bitString(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make a certificate with SHA256withECDSA", e);
        }
    }

    /** The fields of a certificate that is still to be signed. */
    private record Body(
            BigInteger serial,
            X500Principal issuer,
            Instant notBefore,
            Instant notAfter,
            X500Principal subject,
            PublicKey key) {

        /** TBSCertificate (RFC 5280, 4.1.2): version 3 is written 2, under [0]; the extensions are under [3]. */
        byte[] toBeSigned(byte[] algorithm, List<byte[]> extensions) {
            return Der.sequence(
                    Der.explicit(0, Der.integer(BigInteger.TWO)),
                    Der.integer(serial),
                    algorithm,
                    issuer.getEncoded(),
                    Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                    subject.getEncoded(),
                    key.getEncoded(), // SubjectPublicKeyInfo, the JDK's own encoding of a public key
                    Der.explicit(3, Der.sequence(extensions.toArray(byte[][]::new))));
        }

        /** AlgorithmIdentifier of ecdsa-with-SHA256, without parameters (RFC 5758, 3.2). */
        static byte[] ecdsaWithSha256() {
            return Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
        }
    }
}
