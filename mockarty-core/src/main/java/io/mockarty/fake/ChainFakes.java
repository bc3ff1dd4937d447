package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Addresses and transactions of block chains. */
final class ChainFakes {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger FIFTY_EIGHT = BigInteger.valueOf(58);
    private static final int HASH_BYTES = 20;
    private static final int CHECKSUM_BYTES = 4;

    private ChainFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("eth_address", source -> "0x" + source.hex(40)),
                plain("tx_hash", source -> "0x" + source.hex(64)),
                plain("btc_address", ChainFakes::bitcoinAddress));
    }

    /** Pay to public key hash: a zero byte, 20 random bytes and the first 4 of their double SHA-256, in Base58. */
    private static String bitcoinAddress(FakeSource source) {
        byte[] address = new byte[1 + HASH_BYTES + CHECKSUM_BYTES];
        System.arraycopy(source.bytes(HASH_BYTES), 0, address, 1, HASH_BYTES);
        byte[] checksum = sha256(sha256(Arrays.copyOf(address, 1 + HASH_BYTES)));
        System.arraycopy(checksum, 0, address, 1 + HASH_BYTES, CHECKSUM_BYTES);
        return base58(address);
    }

    private static String base58(byte[] bytes) {
        StringBuilder reversed = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(FIFTY_EIGHT);
            reversed.append(BASE58.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            reversed.append(BASE58.charAt(0));
        }
        return reversed.reverse().toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
