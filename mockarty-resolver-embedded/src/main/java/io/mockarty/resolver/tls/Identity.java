package io.mockarty.resolver.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A server's private key and its certificates, its own first and then each the one that signed the one before. */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    static final String EXPECTED_CHAIN = "the server's own certificate, then each the one that signed the one before";

    static final String SUPPORTED_KEYS = "RSA, EC (P-256, P-384, P-521) or Ed25519";

    Identity {
        chain = List.copyOf(chain);
    }

    /** Makes a certificate authority and a certificate for the names; the authority's key is forgotten right after. */
    static Identity selfSigned(List<HostName> names, Clock clock, SecureRandom random) {
        CertificateAuthority authority = CertificateAuthority.create(clock, random);
        KeyPair keys = CertificateAuthority.newKeyPair(random);
        X509Certificate server = authority.issue(keys.getPublic(), CertificateAuthority.Purpose.SERVER, names);
        return new Identity(keys.getPrivate(), List.of(server, authority.certificate()));
    }

    X509Certificate trustAnchor() {
        return chain.get(chain.size() - 1);
    }

    /** What is wrong with the key, and what would be right. */
    record Problem(String found, String expected) {}

    /** Signs with the key and verifies with the first certificate, which {@code place} says where to find. */
    Optional<Problem> keyProblem(String place) {
        byte[] probe = {1, 2, 3, 4};
        String kind = "a key of kind " + key.getAlgorithm();
        byte[] signed;
        try {
            Signature signer = Signature.getInstance(signatureFor(key.getAlgorithm()));
            signer.initSign(key);
            signer.update(probe);
            signed = signer.sign();
        } catch (GeneralSecurityException e) {
            return Optional.of(new Problem(kind + " that is not supported", SUPPORTED_KEYS));
        }
        return verifies(probe, signed)
                ? Optional.empty()
                : Optional.of(new Problem(
                        kind + " that does not fit " + describe(chain.get(0)) + place,
                        "the private key of that certificate, which is the first of the chain"));
    }

    private boolean verifies(byte[] probe, byte[] signed) {
        try {
            Signature verifier = Signature.getInstance(signatureFor(key.getAlgorithm()));
            verifier.initVerify(chain.get(0).getPublicKey());
            verifier.update(probe);
            return verifier.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // the certificate is for a key of another kind, size or curve
        }
    }

    private static String signatureFor(String keyAlgorithm) throws NoSuchAlgorithmException {
        return switch (keyAlgorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> throw new NoSuchAlgorithmException(keyAlgorithm);
        };
    }

    /** The first certificate that the one after it did not sign, in words. */
    static Optional<String> brokenLink(List<X509Certificate> chain) {
        for (int i = 1; i < chain.size(); i++) {
            if (!signed(chain.get(i), chain.get(i - 1))) {
                return Optional.of("certificate " + (i + 1) + " (" + describe(chain.get(i))
                        + ") did not sign certificate " + i + " (" + describe(chain.get(i - 1)) + ")");
            }
        }
        return Optional.empty();
    }

    private static boolean signed(X509Certificate issuer, X509Certificate subject) {
        if (!subject.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            subject.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static String describe(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName() + ", "
                + certificate.getPublicKey().getAlgorithm();
    }

    /** Names the certificate and leaves the key out of logs. */
    @Override
    public String toString() {
        return "Identity[" + describe(chain.get(0)) + "]";
    }
}
