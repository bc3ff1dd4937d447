package io.mockarty.perf.module.util;

/** RIPEMD-160 as Dobbertin, Bosselaers and Preneel published it in 1996, which Java leaves out. */
final class RipeMd160 extends BlockDigest {

    private static final int[] LEFT_ADDED = {0, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e};
    private static final int[] RIGHT_ADDED = {0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0};
    private static final int[] LEFT_ORDER = hexDigits(
            "0123456789abcdef" + "74d1a6f3c0952eb8" + "3ae49f812706db5c" + "19ba08c4d37fe562" + "40597c2ae138b6fd");
    private static final int[] RIGHT_ORDER = hexDigits(
            "5e7092b4d6f81a3c" + "6b370d5aef8c4912" + "f5137e69b8c2a04d" + "86413bf05c2d97ae" + "cfa4158762de039b");
    private static final int[] LEFT_SHIFTS = hexDigits(
            "befc5879bdef6798" + "768db97f7cf9b7dc" + "bd67e9dfe8d65c75" + "bcefef989e56865c" + "9f5b68dc5cdeb856");
    private static final int[] RIGHT_SHIFTS = hexDigits(
            "899bdff5778beec6" + "9df7c89b77c76fdb" + "97fb866ecd5edd75" + "f58bee6e69c9c5f8" + "85c9c5e68d65fdbb");

    RipeMd160() {
        super("RIPEMD160", 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
    }

    private static int[] hexDigits(String digits) {
        return digits.chars().map(digit -> Character.digit(digit, 16)).toArray();
    }

    @Override
    void mix(int[] state, int[] words) {
        int[] left = line(state, words, LEFT_ORDER, LEFT_SHIFTS, LEFT_ADDED, false);
        int[] right = line(state, words, RIGHT_ORDER, RIGHT_SHIFTS, RIGHT_ADDED, true);
        int first = state[1] + left[2] + right[3];
        state[1] = state[2] + left[3] + right[4];
        state[2] = state[3] + left[4] + right[0];
        state[3] = state[4] + left[0] + right[1];
        state[4] = state[0] + left[1] + right[2];
        state[0] = first;
    }

    private static int[] line(int[] state, int[] words, int[] order, int[] shifts, int[] added, boolean backwards) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        for (int step = 0; step < 80; step++) {
            int round = step / 16;
            int mixed = a + function(backwards ? 4 - round : round, b, c, d) + words[order[step]] + added[round];
            int next = Integer.rotateLeft(mixed, shifts[step]) + e;
            a = e;
            e = d;
            d = Integer.rotateLeft(c, 10);
            c = b;
            b = next;
        }
        return new int[] {a, b, c, d, e};
    }

    private static int function(int number, int x, int y, int z) {
        return switch (number) {
            case 0 -> x ^ y ^ z;
            case 1 -> x & y | ~x & z;
            case 2 -> (x | ~y) ^ z;
            case 3 -> x & z | y & ~z;
            default -> x ^ (y | ~z);
        };
    }
}
