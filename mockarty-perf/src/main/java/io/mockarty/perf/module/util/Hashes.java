package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code crypto.mjs} needs of Java. Public only so that scripts can call it. */
public final class Hashes {

    private static final Map<String, String> ALGORITHMS = Map.of(
            "md5", "MD5",
            "sha1", "SHA-1",
            "sha256", "SHA-256",
            "sha384", "SHA-384",
            "sha512", "SHA-512",
            "sha512_224", "SHA-512/224",
            "sha512_256", "SHA-512/256");

    private final ModuleContext user;
    private final SecureRandom random = new SecureRandom();

    Hashes(ModuleContext user) {
        this.user = user;
    }

    private static String algorithm(String name) {
        String algorithm = ALGORITHMS.get(name);
        if (algorithm == null) {
            throw new ScriptException("crypto: \"" + name
                    + "\" (expected: md4, md5, sha1, sha256, sha384, sha512, sha512_224, sha512_256 or ripemd160)");
        }
        return algorithm;
    }

    private static boolean isOurs(String name) {
        return name.equals("md4") || name.equals("ripemd160");
    }

    private static MessageDigest digest(String name) throws GeneralSecurityException {
        return switch (name) {
            case "md4" -> new Md4();
            case "ripemd160" -> new RipeMd160();
            default -> MessageDigest.getInstance(algorithm(name));
        };
    }

    private byte[] bytes(Value value) {
        byte[] bytes = user.values().bytes(value);
        if (bytes == null) {
            throw new ScriptException("crypto: (expected: a string or an ArrayBuffer to hash)");
        }
        return bytes;
    }

    /**
     * {@return a hash that takes its input piece by piece}
     *
     * @param name such as {@code sha256}
     */
    @Export
    public Hash hash(String name) {
        try {
            return new Hash(new DigestSum(digest(name)));
        } catch (GeneralSecurityException e) {
            throw new ScriptException("crypto: " + name + " is missing in this JVM", e);
        }
    }

    /**
     * {@return a hash with a key that takes its input piece by piece}
     *
     * @param name such as {@code sha256}
     * @param key a string or bytes
     */
    @Export
    public Hash hmac(String name, Value key) {
        byte[] secret = bytes(key);
        try {
            if (isOurs(name)) {
                return new Hash(new OurKeyedSum(new Hmac(digest(name), digest(name), secret)));
            }
            String algorithm = "Hmac" + algorithm(name).replace("-", "");
            Mac mac = Mac.getInstance(algorithm);
            // Java has no empty keys; HMAC pads keys with zeros, so that one zero is the same.
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, algorithm));
            return new Hash(new KeyedSum(mac));
        } catch (GeneralSecurityException e) {
            throw new ScriptException("crypto: hmac with " + name + " is missing in this JVM", e);
        }
    }

    /**
     * {@return random bytes}
     *
     * @param count how many, 1 or more
     */
    @Export
    public Value randomBytes(int count) {
        if (count < 1) {
            throw new ScriptException("randomBytes: " + count + " (expected: 1 or more)");
        }
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return user.values().arrayBuffer(bytes);
    }

    /**
     * {@return bytes as hexadecimal digits}
     *
     * @param value a string or bytes
     */
    @Export
    public String hex(Value value) {
        return HexFormat.of().formatHex(bytes(value));
    }

    /** Something that sums up bytes. */
    private interface Sum {

        void update(byte[] bytes);

        byte[] copyOfResult();
    }

    private record DigestSum(MessageDigest digest) implements Sum {

        @Override
        public void update(byte[] bytes) {
            digest.update(bytes);
        }

        @Override
        public byte[] copyOfResult() {
            return Hashes.copyOfResult(digest);
        }
    }

    /** The hash of what was taken so far, which may go on afterwards. */
    static byte[] copyOfResult(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            return digest.digest();
        }
    }

    private record OurKeyedSum(Hmac hmac) implements Sum {

        @Override
        public void update(byte[] bytes) {
            hmac.update(bytes);
        }

        @Override
        public byte[] copyOfResult() {
            return hmac.copyOfResult();
        }
    }

    private record KeyedSum(Mac mac) implements Sum {

        @Override
        public void update(byte[] bytes) {
            mac.update(bytes);
        }

        @Override
        public byte[] copyOfResult() {
            try {
                return ((Mac) mac.clone()).doFinal();
            } catch (CloneNotSupportedException e) {
                return mac.doFinal();
            }
        }
    }

    /** A hash that takes its input piece by piece. Public only so that scripts can call it. */
    public final class Hash {

        private final Sum sum;

        private Hash(Sum sum) {
            this.sum = sum;
        }

        /**
         * Takes more.
         *
         * @param value a string or bytes
         */
        @Export
        public void update(Value value) {
            sum.update(bytes(value));
        }

        /**
         * {@return the hash of what was taken so far}
         *
         * @param encoding {@code hex}, {@code base64}, {@code base64url}, {@code base64rawurl} or {@code binary}
         */
        @Export
        public Object digest(String encoding) {
            byte[] result = sum.copyOfResult();
            return switch (encoding) {
                case "hex" -> HexFormat.of().formatHex(result);
                case "base64" -> Base64.getEncoder().encodeToString(result);
                case "base64url" -> Base64.getUrlEncoder().encodeToString(result);
                case "base64rawurl" -> Base64.getUrlEncoder().withoutPadding().encodeToString(result);
                case "binary" -> user.values().arrayBuffer(result);
                default ->
                    throw new ScriptException(
                            "digest: \"" + encoding + "\" (expected: hex, base64, base64url, base64rawurl or binary)");
            };
        }
    }
}
