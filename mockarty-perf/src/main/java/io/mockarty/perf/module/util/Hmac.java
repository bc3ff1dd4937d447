package io.mockarty.perf.module.util;

import java.security.MessageDigest;
import java.util.Arrays;

/** A hash with a key, of RFC 2104, for hashes over blocks of 64 bytes for which Java has none. */
final class Hmac {

    private static final int BLOCK = 64;

    private final MessageDigest inner;
    private final MessageDigest outer;

    Hmac(MessageDigest inner, MessageDigest outer, byte[] key) {
        this.inner = inner;
        this.outer = outer;
        byte[] padded = Arrays.copyOf(key.length > BLOCK ? inner.digest(key) : key, BLOCK);
        byte[] innerPad = new byte[BLOCK];
        byte[] outerPad = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            innerPad[i] = (byte) (padded[i] ^ 0x36);
            outerPad[i] = (byte) (padded[i] ^ 0x5c);
        }
        inner.update(innerPad);
        outer.update(outerPad);
    }

    void update(byte[] bytes) {
        inner.update(bytes);
    }

    byte[] copyOfResult() {
        byte[] innerHash = Hashes.copyOfResult(inner);
        try {
            MessageDigest copy = (MessageDigest) outer.clone();
            copy.update(innerHash);
            return copy.digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("digests of our own can be cloned", e);
        }
    }
}
