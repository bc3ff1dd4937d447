package io.mockarty.perf.module.util;

/** MD4 of RFC 1320, which Java leaves out. It protects nothing; old protocols want it. */
final class Md4 extends BlockDigest {

    private static final int SECOND = 0x5a827999;
    private static final int THIRD = 0x6ed9eba1;
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] THIRD_ORDER = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

    Md4() {
        super("MD4", 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
    }

    @Override
    void mix(int[] state, int[] words) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int step = 0; step < 48; step++) {
            int round = step / 16;
            int within = step % 16;
            int word = round == 0 ? within : round == 1 ? within % 4 * 4 + within / 4 : THIRD_ORDER[within];
            int mixed = switch (round) {
                case 0 -> (b & c | ~b & d) + words[word];
                case 1 -> (b & c | b & d | c & d) + words[word] + SECOND;
                default -> (b ^ c ^ d) + words[word] + THIRD;
            };
            int next = Integer.rotateLeft(a + mixed, SHIFTS[round][step % 4]);
            a = d;
            d = c;
            c = b;
            b = next;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }
}
