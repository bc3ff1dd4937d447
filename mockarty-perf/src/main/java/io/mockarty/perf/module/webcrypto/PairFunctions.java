package io.mockarty.perf.module.webcrypto;

import io.mockarty.perf.module.ScriptValues;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Keys of which one half is public: RSA and elliptic curves. Public only so that scripts can call it. */
public final class PairFunctions {

    private final ScriptValues values;
    private final Inputs inputs;

    PairFunctions(ScriptValues values) {
        this.values = values;
        inputs = new Inputs(values);
    }

    /**
     * {@return a new pair of RSA}
     *
     * @param bits the length of the modulus
     * @param exponent the public exponent, most significant byte first
     */
    @Export
    public Pair newRsa(int bits, Value exponent) {
        BigInteger number = new BigInteger(1, inputs.bytes(exponent));
        return generate("RSA", new RSAKeyGenParameterSpec(bits, number));
    }

    /**
     * {@return a new pair on a curve}
     *
     * @param curve such as {@code P-256}
     */
    @Export
    public Pair newEc(String curve) {
        return inputs.run("NotSupportedError", () -> generate("EC", new ECGenParameterSpec(Keys.curve(curve))));
    }

    private Pair generate(String algorithm, AlgorithmParameterSpec parameters) {
        return inputs.run("OperationError", () -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            KeyPair pair = generator.generateKeyPair();
            return new Pair(pair.getPublic(), pair.getPrivate());
        });
    }

    /**
     * {@return a key that was written down}
     *
     * @param algorithm {@code RSA} or {@code EC}
     * @param format {@code spki}, {@code pkcs8}, {@code raw} or {@code jwk}
     * @param curve the curve, for {@code EC}
     * @param data bytes, or an object for {@code jwk}
     */
    @Export
    public Pair read(String algorithm, String format, String curve, Value data) {
        return inputs.run("DataError", () -> {
            if (format.equals("jwk")) {
                KeyPair pair = Keys.ofJwk(values.toJava(data) instanceof Map<?, ?> jwk ? jwk : Map.of());
                return new Pair(pair.getPublic(), pair.getPrivate());
            }
            byte[] bytes = inputs.bytes(data);
            return switch (format) {
                case "spki" -> new Pair(Keys.ofSpki(algorithm, bytes), null);
                case "pkcs8" -> new Pair(null, Keys.ofPkcs8(algorithm, bytes));
                default -> new Pair(Keys.ofPoint(curve, bytes), null);
            };
        });
    }

    /**
     * {@return a signature}
     *
     * @param scheme {@code RSASSA-PKCS1-v1_5}, {@code RSA-PSS} or {@code ECDSA}
     * @param hash such as {@code SHA-256}
     * @param salt the length of the salt of {@code RSA-PSS} in bytes
     * @param key the private half
     * @param data bytes
     */
    @Export
    public Value sign(String scheme, String hash, int salt, Pair key, Value data) {
        byte[] bytes = inputs.bytes(data);
        return inputs.result(() -> {
            Signature signature = signature(scheme, hash, salt);
            signature.initSign(key.secret());
            signature.update(bytes);
            return signature.sign();
        });
    }

    /**
     * {@return whether a signature belongs to some bytes}
     *
     * @param scheme {@code RSASSA-PKCS1-v1_5}, {@code RSA-PSS} or {@code ECDSA}
     * @param hash such as {@code SHA-256}
     * @param salt the length of the salt of {@code RSA-PSS} in bytes
     * @param key the public half
     * @param signed the signature
     * @param data bytes
     */
    @Export
    public boolean verify(String scheme, String hash, int salt, Pair key, Value signed, Value data) {
        byte[] bytes = inputs.bytes(data);
        byte[] expected = inputs.bytes(signed);
        return inputs.run("OperationError", () -> {
            Signature signature = signature(scheme, hash, salt);
            signature.initVerify(key.open());
            signature.update(bytes);
            return verifies(signature, expected);
        });
    }

    /** Java throws when a signature has not even the form of one. */
    private static boolean verifies(Signature signature, byte[] expected) {
        try {
            return signature.verify(expected);
        } catch (java.security.SignatureException e) {
            return false;
        }
    }

    private static Signature signature(String scheme, String hash, int salt) throws GeneralSecurityException {
        String plain = hash.replace("-", "");
        switch (scheme) {
            case "RSA-PSS" -> {
                Signature signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
                return signature;
            }
            case "ECDSA" -> {
                return Signature.getInstance(plain + "withECDSAinP1363Format");
            }
            default -> {
                return Signature.getInstance(plain + "withRSA");
            }
        }
    }

    /**
     * {@return bytes that RSA-OAEP has encrypted or decrypted}
     *
     * @param hash such as {@code SHA-256}
     * @param encrypt whether to encrypt, with the public half
     * @param key the half of the pair
     * @param label bytes, possibly empty
     * @param data bytes
     */
    @Export
    public Value oaep(String hash, boolean encrypt, Pair key, Value label, Value data) {
        byte[] words = inputs.bytes(label);
        byte[] bytes = inputs.bytes(data);
        return inputs.result(() -> {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    encrypt ? key.open() : key.secret(),
                    new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), new PSource.PSpecified(words)));
            return cipher.doFinal(bytes);
        });
    }

    /**
     * {@return the secret that two pairs have in common}
     *
     * @param mine the private half of one
     * @param theirs the public half of the other
     */
    @Export
    public Value agree(Pair mine, Pair theirs) {
        return inputs.result(() -> {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(mine.secret());
            agreement.doPhase(theirs.open(), true);
            return agreement.generateSecret();
        });
    }

    /** One or both halves of a pair. Public only so that scripts can call it. */
    public final class Pair {

        private final @Nullable PublicKey open;
        private final @Nullable PrivateKey secret;

        Pair(@Nullable PublicKey open, @Nullable PrivateKey secret) {
            this.open = open;
            this.secret = secret;
        }

        PublicKey open() throws GeneralSecurityException {
            if (open == null) {
                throw new GeneralSecurityException("the public half of the key is not known");
            }
            return open;
        }

        PrivateKey secret() throws GeneralSecurityException {
            if (secret == null) {
                throw new GeneralSecurityException("the private half of the key is not known");
            }
            return secret;
        }

        /** {@return whether the private half is there} */
        @Export
        public boolean isPrivate() {
            return secret != null;
        }

        /**
         * {@return the key in writing: bytes, or an object for {@code jwk}}
         *
         * @param format {@code spki}, {@code pkcs8}, {@code raw} or {@code jwk}
         * @param withPrivate whether the private half is wanted, for {@code jwk}
         */
        @Export
        public Value write(String format, boolean withPrivate) {
            return inputs.run("OperationError", () -> switch (format) {
                case "spki" -> values.arrayBuffer(open().getEncoded());
                case "pkcs8" -> values.arrayBuffer(secret().getEncoded());
                case "raw" -> values.arrayBuffer(Keys.point(open()));
                default -> values.toScript(Keys.jwk(open(), withPrivate ? secret() : null));
            });
        }
    }
}
