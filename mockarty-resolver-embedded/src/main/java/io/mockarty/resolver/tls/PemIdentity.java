package io.mockarty.resolver.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** An identity from PEM files: a chain of certificates and a private key in PKCS#8 (RFC 5958). */
final class PemIdentity {

    private static final String PKCS8 = "PRIVATE KEY";
    private static final String EXPECTED_KEY = "PKCS#8 \"BEGIN PRIVATE KEY\"";

    private PemIdentity() {}

    static Identity load(Path certificateChain, Path privateKey) {
        NamedFile chainFile = new NamedFile("certificateChain", certificateChain);
        NamedFile keyFile = new NamedFile("privateKey", privateKey);
        List<X509Certificate> chain = Pem.certificates(chainFile);
        Identity.brokenLink(chain).ifPresent(link -> {
            throw chainFile.problem("is out of order: " + link, Identity.EXPECTED_CHAIN);
        });
        Identity identity = new Identity(privateKey(keyFile), chain);
        identity.keyProblem(" of " + chainFile.path().toAbsolutePath()).ifPresent(problem -> {
            throw keyFile.problem("has " + problem.found(), problem.expected());
        });
        return identity;
    }

    private static PrivateKey privateKey(NamedFile file) {
        List<Pem.Block> blocks = Pem.blocks(file, EXPECTED_KEY);
        List<Pem.Block> keys =
                blocks.stream().filter(block -> block.label().endsWith(PKCS8)).toList();
        if (keys.isEmpty()) {
            throw file.problem("has only " + Pem.labels(blocks), EXPECTED_KEY);
        }
        if (keys.size() > 1) {
            throw file.problem("has " + keys.size() + " private keys", "one");
        }
        Pem.Block key = keys.get(0);
        if (!key.label().equals(PKCS8)) {
            throw file.problem("has " + found(key), EXPECTED_KEY + "; convert with " + conversion(key, file.path()));
        }
        return parse(file, key.decode(file));
    }

    private static String found(Pem.Block key) {
        boolean encrypted = key.label().startsWith("ENCRYPTED ") || key.body().startsWith("Proc-Type: 4,ENCRYPTED");
        return "\"BEGIN " + key.label() + "\"" + (encrypted ? ", an encrypted key" : "");
    }

    private static String conversion(Pem.Block key, Path path) {
        Path file = path.toAbsolutePath();
        return key.label().equals("OPENSSH PRIVATE KEY")
                ? "ssh-keygen -p -m PKCS8 -N '' -f a-copy-of-" + path.getFileName()
                : "openssl pkcs8 -topk8 -nocrypt -in " + file + " -out " + file + ".pkcs8";
    }

    /** The algorithm is written inside the key; each factory refuses the keys of the others. */
    private static PrivateKey parse(NamedFile file, byte[] pkcs8) {
        GeneralSecurityException refusals = new InvalidKeySpecException("no key factory took the key");
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException | NoSuchAlgorithmException e) {
                refusals.addSuppressed(e);
            }
        }
        throw file.problem("has a broken private key or one of another kind", Identity.SUPPORTED_KEYS, refusals);
    }
}
