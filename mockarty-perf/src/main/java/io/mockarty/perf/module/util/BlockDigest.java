package io.mockarty.perf.module.util;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/** A hash over blocks of 64 bytes in the way of MD4: little-endian words, and the length in bits at the end. */
abstract class BlockDigest extends MessageDigest implements Cloneable {

    private static final int BLOCK = 64;
    private static final int LENGTH_AT = BLOCK - Long.BYTES;

    private final int[] initial;
    private int[] state;
    private byte[] block = new byte[BLOCK];
    private long length;

    BlockDigest(String name, int... initial) {
        super(name);
        this.initial = initial;
        state = initial.clone();
    }

    /** Mixes a block of 16 words into the state. */
    abstract void mix(int[] state, int[] words);

    @Override
    protected int engineGetDigestLength() {
        return initial.length * Integer.BYTES;
    }

    @Override
    protected void engineUpdate(byte input) {
        block[(int) (length++ % BLOCK)] = input;
        if (length % BLOCK == 0) {
            int[] words = new int[BLOCK / Integer.BYTES];
            ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
            mix(state, words);
        }
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int count) {
        for (int i = 0; i < count; i++) {
            engineUpdate(input[offset + i]);
        }
    }

    @Override
    protected byte[] engineDigest() {
        long bits = length * Byte.SIZE;
        engineUpdate((byte) 0x80);
        while (length % BLOCK != LENGTH_AT) {
            engineUpdate((byte) 0);
        }
        for (int i = 0; i < Long.BYTES; i++) {
            engineUpdate((byte) (bits >>> i * Byte.SIZE));
        }
        ByteBuffer result = ByteBuffer.allocate(engineGetDigestLength()).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            result.putInt(word);
        }
        engineReset();
        return result.array();
    }

    @Override
    protected void engineReset() {
        state = initial.clone();
        length = 0;
        Arrays.fill(block, (byte) 0);
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        BlockDigest copy = (BlockDigest) super.clone();
        copy.state = state.clone();
        copy.block = block.clone();
        return copy;
    }
}
