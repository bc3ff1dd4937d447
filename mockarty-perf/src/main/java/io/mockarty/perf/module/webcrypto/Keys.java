package io.mockarty.perf.module.webcrypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys of RSA and elliptic curves in the ways they are written down. */
final class Keys {

    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");
    private static final byte UNCOMPRESSED = 4;

    private Keys() {}

    /** What Java calls a curve. */
    static String curve(String name) throws GeneralSecurityException {
        String curve = CURVES.get(name);
        if (curve == null) {
            throw new GeneralSecurityException("namedCurve: " + name + " (expected: P-256, P-384 or P-521)");
        }
        return curve;
    }

    private static ECParameterSpec parameters(String name) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve(name)));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    static PublicKey ofSpki(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes));
    }

    static PrivateKey ofPkcs8(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    /** A public key as the coordinates of a point, after a byte that says so. */
    static PublicKey ofPoint(String curve, byte[] bytes) throws GeneralSecurityException {
        if (bytes.length < 3 || bytes.length % 2 == 0 || bytes[0] != UNCOMPRESSED) {
            throw new InvalidKeyException("a point that is not written in full (expected: 04, x and y)");
        }
        int half = bytes.length / 2;
        return publicKey(
                curve,
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + half)),
                new BigInteger(1, Arrays.copyOfRange(bytes, 1 + half, bytes.length)));
    }

    private static PublicKey publicKey(String curve, BigInteger x, BigInteger y) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters(curve)));
    }

    static byte[] point(PublicKey key) throws GeneralSecurityException {
        if (!(key instanceof ECPublicKey point)) {
            throw new InvalidKeyException("a key of RSA has no raw form (expected: spki or jwk)");
        }
        int length = length(point.getParams());
        byte[] bytes = new byte[1 + 2 * length];
        bytes[0] = UNCOMPRESSED;
        System.arraycopy(Inputs.fixed(point.getW().getAffineX(), length), 0, bytes, 1, length);
        System.arraycopy(Inputs.fixed(point.getW().getAffineY(), length), 0, bytes, 1 + length, length);
        return bytes;
    }

    private static int length(ECParameterSpec parameters) {
        return (parameters.getCurve().getField().getFieldSize() + Byte.SIZE - 1) / Byte.SIZE;
    }

    static KeyPair ofJwk(Map<?, ?> jwk) throws GeneralSecurityException {
        String type = text(jwk, "kty");
        boolean isPrivate = jwk.get("d") instanceof String;
        if (type.equals("EC")) {
            String curve = text(jwk, "crv");
            PublicKey open = publicKey(curve, number(jwk, "x"), number(jwk, "y"));
            PrivateKey secret = isPrivate
                    ? KeyFactory.getInstance("EC")
                            .generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), parameters(curve)))
                    : null;
            return new KeyPair(open, secret);
        }
        if (!type.equals("RSA")) {
            throw new InvalidKeyException("kty: " + type + " (expected: RSA or EC)");
        }
        KeyFactory factory = KeyFactory.getInstance("RSA");
        PublicKey open = factory.generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
        PrivateKey secret = isPrivate
                ? factory.generatePrivate(new RSAPrivateCrtKeySpec(
                        number(jwk, "n"),
                        number(jwk, "e"),
                        number(jwk, "d"),
                        number(jwk, "p"),
                        number(jwk, "q"),
                        number(jwk, "dp"),
                        number(jwk, "dq"),
                        number(jwk, "qi")))
                : null;
        return new KeyPair(open, secret);
    }

    private static BigInteger number(Map<?, ?> jwk, String name) throws GeneralSecurityException {
        return Inputs.number(text(jwk, name));
    }

    private static String text(Map<?, ?> jwk, String name) throws GeneralSecurityException {
        if (jwk.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new InvalidKeyException("jwk." + name + ": " + jwk.get(name) + " (expected: a string)");
    }

    static Map<String, Object> jwk(PublicKey open, @Nullable PrivateKey secret) throws GeneralSecurityException {
        Map<String, Object> jwk = new LinkedHashMap<>();
        if (open instanceof RSAPublicKey rsa) {
            jwk.put("kty", "RSA");
            putRsa(jwk, "n", rsa.getModulus(), "e", rsa.getPublicExponent());
            if (secret instanceof RSAPrivateCrtKey crt) {
                putRsa(jwk, "d", crt.getPrivateExponent(), "p", crt.getPrimeP());
                putRsa(jwk, "q", crt.getPrimeQ(), "dp", crt.getPrimeExponentP());
                putRsa(jwk, "dq", crt.getPrimeExponentQ(), "qi", crt.getCrtCoefficient());
            }
            return jwk;
        }
        if (!(open instanceof ECPublicKey point)) {
            throw new InvalidKeyException("a key of " + open.getAlgorithm() + " (expected: RSA or EC)");
        }
        int length = length(point.getParams());
        jwk.put("kty", "EC");
        jwk.put("crv", nameOf(point.getParams()));
        jwk.put("x", Inputs.base64(Inputs.fixed(point.getW().getAffineX(), length)));
        jwk.put("y", Inputs.base64(Inputs.fixed(point.getW().getAffineY(), length)));
        if (secret instanceof ECPrivateKey scalar) {
            jwk.put("d", Inputs.base64(Inputs.fixed(scalar.getS(), length)));
        }
        return jwk;
    }

    private static void putRsa(Map<String, Object> jwk, String first, BigInteger one, String second, BigInteger other) {
        jwk.put(first, Inputs.base64(Inputs.fixed(one, 0)));
        jwk.put(second, Inputs.base64(Inputs.fixed(other, 0)));
    }

    private static String nameOf(ECParameterSpec parameters) {
        return "P-" + parameters.getCurve().getField().getFieldSize();
    }
}
