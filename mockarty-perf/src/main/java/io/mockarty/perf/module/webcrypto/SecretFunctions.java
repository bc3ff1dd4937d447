package io.mockarty.perf.module.webcrypto;

import io.mockarty.perf.module.ScriptValues;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** Hashes, random numbers and keys that both sides share. Public only so that scripts can call it. */
public final class SecretFunctions {

    private final ScriptValues values;
    private final Inputs inputs;
    private final SecureRandom random = new SecureRandom();

    SecretFunctions(ScriptValues values) {
        this.values = values;
        inputs = new Inputs(values);
    }

    /**
     * {@return random bytes}
     *
     * @param count how many
     */
    @Export
    public Value random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return values.arrayBuffer(bytes);
    }

    /** {@return a random UUID} */
    @Export
    public String uuid() {
        return UUID.randomUUID().toString();
    }

    /**
     * {@return a hash}
     *
     * @param hash such as {@code SHA-256}
     * @param data bytes
     */
    @Export
    public Value digest(String hash, Value data) {
        byte[] bytes = inputs.bytes(data);
        return inputs.result(() -> MessageDigest.getInstance(hash).digest(bytes));
    }

    /**
     * {@return a hash with a key}
     *
     * @param hash such as {@code SHA-256}
     * @param key bytes
     * @param data bytes
     */
    @Export
    public Value hmac(String hash, Value key, Value data) {
        byte[] bytes = inputs.bytes(data);
        byte[] secret = inputs.bytes(key);
        return inputs.result(() -> mac(hash, secret).doFinal(bytes));
    }

    private static Mac mac(String hash, byte[] secret) throws java.security.GeneralSecurityException {
        String algorithm = "Hmac" + hash.replace("-", "");
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, algorithm));
        return mac;
    }

    /**
     * {@return whether two are the same, found out in a time that does not depend on where they differ}
     *
     * @param one bytes
     * @param other bytes
     */
    @Export
    public boolean same(Value one, Value other) {
        return MessageDigest.isEqual(inputs.bytes(one), inputs.bytes(other));
    }

    /**
     * {@return bytes that AES has encrypted or decrypted}
     *
     * @param mode {@code CBC}, {@code CTR} or {@code GCM}
     * @param encrypt whether to encrypt
     * @param key bytes
     * @param start the initialization vector or counter
     * @param tagBits the length of the tag of {@code GCM}
     * @param more additional data of {@code GCM}, possibly empty
     * @param data bytes
     */
    @Export
    public Value aes(String mode, boolean encrypt, Value key, Value start, int tagBits, Value more, Value data) {
        byte[] vector = inputs.bytes(start);
        byte[] secret = inputs.bytes(key);
        byte[] additional = inputs.bytes(more);
        byte[] bytes = inputs.bytes(data);
        return inputs.result(() -> {
            Cipher cipher = Cipher.getInstance("AES/" + mode + (mode.equals("CBC") ? "/PKCS5Padding" : "/NoPadding"));
            AlgorithmParameterSpec parameters =
                    mode.equals("GCM") ? new GCMParameterSpec(tagBits, vector) : new IvParameterSpec(vector);
            cipher.init(
                    encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"), parameters);
            if (additional.length > 0) {
                cipher.updateAAD(additional);
            }
            return cipher.doFinal(bytes);
        });
    }

    /**
     * {@return bits made from a password, by PBKDF2 of RFC 8018}
     *
     * @param hash such as {@code SHA-256}
     * @param password bytes
     * @param salt bytes
     * @param iterations how often
     * @param bytes how many bytes
     */
    @Export
    public Value pbkdf2(String hash, Value password, Value salt, int iterations, int bytes) {
        byte[] secret = inputs.bytes(password);
        byte[] grain = inputs.bytes(salt);
        return inputs.result(() -> {
            Mac mac = mac(hash, secret);
            byte[] result = new byte[bytes];
            int length = mac.getMacLength();
            for (int block = 1, at = 0; at < bytes; block++, at += length) {
                mac.update(grain);
                byte[] last = mac.doFinal(
                        new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
                byte[] sum = last.clone();
                for (int i = 1; i < iterations; i++) {
                    last = mac.doFinal(last);
                    for (int k = 0; k < sum.length; k++) {
                        sum[k] ^= last[k];
                    }
                }
                System.arraycopy(sum, 0, result, at, Math.min(length, bytes - at));
            }
            return result;
        });
    }

    /**
     * {@return bits made from a secret, by HKDF of RFC 5869}
     *
     * @param hash such as {@code SHA-256}
     * @param secret bytes
     * @param salt bytes
     * @param info bytes
     * @param bytes how many bytes
     */
    @Export
    public Value hkdf(String hash, Value secret, Value salt, Value info, int bytes) {
        byte[] material = inputs.bytes(secret);
        byte[] grain = inputs.bytes(salt);
        byte[] context = inputs.bytes(info);
        return inputs.result(() -> {
            Mac expand = mac(hash, mac(hash, grain).doFinal(material));
            byte[] result = new byte[bytes];
            byte[] last = new byte[0];
            for (int block = 1, at = 0; at < bytes; block++, at += last.length) {
                expand.update(last);
                expand.update(context);
                last = expand.doFinal(new byte[] {(byte) block});
                System.arraycopy(last, 0, result, at, Math.min(last.length, bytes - at));
            }
            return result;
        });
    }

    /**
     * {@return bytes in the Base64 of JSON Web Keys}
     *
     * @param data bytes
     */
    @Export
    public String base64(Value data) {
        return Inputs.base64(inputs.bytes(data));
    }

    /**
     * {@return the bytes of a text in the Base64 of JSON Web Keys}
     *
     * @param text the text
     */
    @Export
    public Value unbase64(String text) {
        byte[] bytes = inputs.run("DataError", () -> Inputs.unbase64(text));
        return values.arrayBuffer(Arrays.copyOf(bytes, bytes.length));
    }
}
