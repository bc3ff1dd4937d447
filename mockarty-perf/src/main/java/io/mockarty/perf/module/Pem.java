package io.mockarty.perf.module;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Certificates and keys that scripts give as text in PEM (RFC 7468); text around them is ignored. */
public final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

    /** AlgorithmIdentifier of rsaEncryption, of RFC 3279, section 2.3.1. */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    /** The identifier of id-ecPublicKey, of RFC 3279, section 2.3.5; the curve comes behind it. */
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xa0;

    private Pem() {}

    private record Block(String label, String body) {

        byte[] decode(String field) {
            try {
                return Base64.getMimeDecoder().decode(body);
            } catch (IllegalArgumentException e) {
                throw new ScriptException(field + ": \"BEGIN " + label + "\" is broken (expected: Base64)", e);
            }
        }
    }

    /**
     * {@return the certificates in a text, at least one}
     *
     * @param field what the text was given for, for messages
     * @param text the text
     * @throws ScriptException when there is none, or one cannot be read
     */
    public static List<X509Certificate> certificates(String field, String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(text)) {
            if (block.label().equals("CERTIFICATE")) {
                try {
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.decode(field))));
                } catch (CertificateException e) {
                    throw new ScriptException(
                            field + ": certificate " + (certificates.size() + 1)
                                    + " cannot be read (expected: X.509 in PEM)",
                            e);
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new ScriptException(field
                    + ": no certificate in it (expected: PEM with \"BEGIN CERTIFICATE\", as open('file.pem') reads"
                    + " it)");
        }
        return certificates;
    }

    /**
     * {@return the private key in a text: PKCS#8, encrypted or not, PKCS#1 or SEC 1}
     *
     * @param field what the text was given for, for messages
     * @param text the text
     * @param password the password of an encrypted key, or null
     * @throws ScriptException when there is none, or it cannot be read; the message does not contain it
     */
    public static PrivateKey privateKey(String field, String text, @Nullable String password) {
        for (Block block : blocks(text)) {
            try {
                switch (block.label()) {
                    case "PRIVATE KEY" -> {
                        return ofPkcs8(field, block.decode(field));
                    }
                    case "ENCRYPTED PRIVATE KEY" -> {
                        return ofPkcs8(field, decrypted(field, block.decode(field), password));
                    }
                    case "RSA PRIVATE KEY" -> {
                        requirePlain(field, block);
                        return ofPkcs8(field, wrapped(RSA, block.decode(field)));
                    }
                    case "EC PRIVATE KEY" -> {
                        requirePlain(field, block);
                        byte[] key = block.decode(field);
                        return ofPkcs8(field, wrapped(tagged(SEQUENCE, EC, curve(field, key)), key));
                    }
                    default -> {
                        // EC PARAMETERS, or the certificates beside the key
                    }
                }
            } catch (GeneralSecurityException | IOException e) {
                throw new ScriptException(field + ": " + Failures.describe(e) + " (expected: a private key in PEM)", e);
            }
        }
        throw new ScriptException(
                field + ": no private key in it (expected: PEM with \"BEGIN PRIVATE KEY\", \"BEGIN RSA PRIVATE KEY\" or"
                        + " \"BEGIN EC PRIVATE KEY\")");
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
            from = matcher.end();
        }
        return blocks;
    }

    /** The way of OpenSSL before PKCS#8, which no library of the JDK reads. */
    private static void requirePlain(String field, Block block) {
        if (block.body().contains("ENCRYPTED")) {
            throw new ScriptException(field + ": an encrypted \"BEGIN " + block.label()
                    + "\" (expected: PKCS#8, to which 'openssl pkcs8 -topk8' converts it)");
        }
    }

    private static PrivateKey ofPkcs8(String field, byte[] bytes) {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(bytes);
        ScriptException problem =
                new ScriptException(field + ": the key cannot be read (expected: one for " + ALGORITHMS + ")");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException e) {
                problem.addSuppressed(e);
            }
        }
        throw problem;
    }

    private static byte[] decrypted(String field, byte[] bytes, @Nullable String password)
            throws GeneralSecurityException, IOException {
        if (password == null) {
            throw new ScriptException(field + ": an encrypted key (expected: a password beside it)");
        }
        EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(bytes);
        // For PBES2 the name of the algorithm is only in its parameters before Java 19.
        String algorithm = sealed.getAlgParameters() == null
                ? sealed.getAlgName()
                : sealed.getAlgParameters().toString();
        SecretKey key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, key, sealed.getAlgParameters());
        try {
            return sealed.getKeySpec(cipher).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new ScriptException(field + ": the password does not open the key", e);
        }
    }

    /** A PKCS#8 key (RFC 5208, section 5) around one of an older form. */
    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return tagged(SEQUENCE, VERSION_0, algorithm, tagged(OCTETS, key));
    }

    /** One value of ASN.1 in DER. */
    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (length < 0x80) {
            value.write(length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            value.write(0x80 | bytes);
            for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
                value.write(length >> shift);
            }
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    /** The parameters in an ECPrivateKey (RFC 5915, section 3): SEQUENCE, INTEGER 1, the key, [0] the curve. */
    private static byte[] curve(String field, byte[] key) {
        int at = content(key, 0);
        for (int skipped = 0; skipped < 2 && at < key.length; skipped++) {
            at = content(key, at) + length(key, at);
        }
        if (at < key.length && (key[at] & 0xff) == CURVE) {
            int from = content(key, at);
            int to = from + length(key, at);
            if (to <= key.length) {
                return Arrays.copyOfRange(key, from, to);
            }
        }
        throw new ScriptException(field + ": the key does not say its curve (expected: PKCS#8, to which 'openssl pkcs8"
                + " -topk8 -nocrypt' converts it)");
    }

    /** Where the content of the value at some place begins. */
    private static int content(byte[] der, int at) {
        int first = at + 1 < der.length ? der[at + 1] & 0xff : 0;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = at + 1 < der.length ? der[at + 1] & 0xff : 0;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = at + 2; i < content(der, at) && i < der.length; i++) {
            length = length << 8 | der[i] & 0xff;
        }
        return length;
    }
}
