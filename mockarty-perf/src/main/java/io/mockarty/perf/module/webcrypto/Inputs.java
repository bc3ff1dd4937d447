package io.mockarty.perf.module.webcrypto;

import io.mockarty.perf.module.ScriptValues;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.graalvm.polyglot.Value;

/** What functions of cryptography get from scripts and give back. */
final class Inputs {

    private final ScriptValues values;

    Inputs(ScriptValues values) {
        this.values = values;
    }

    byte[] bytes(Value data) {
        byte[] bytes = values.bytes(data);
        if (bytes == null) {
            throw values.error("TypeError", "crypto: " + data + " (expected: an ArrayBuffer or a typed array)");
        }
        return bytes;
    }

    /** A step that Java may refuse. */
    interface Step<T> {

        /** Does it. */
        T run() throws GeneralSecurityException;
    }

    /** Does what Java may refuse; the script gets an error with the name that the standard has for it. */
    <T> T run(String name, Step<T> step) {
        try {
            return step.run();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw values.error("Error", name + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    Value result(Step<byte[]> step) {
        return values.arrayBuffer(run("OperationError", step));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] unbase64(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    static BigInteger number(String text) {
        return new BigInteger(1, unbase64(text));
    }

    /** A number in so many bytes, or as few as it needs when they are 0. */
    static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int skip = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, skip, bytes.length);
        if (plain.length >= length) {
            return plain;
        }
        byte[] padded = new byte[length];
        System.arraycopy(plain, 0, padded, length - plain.length, plain.length);
        return padded;
    }
}
