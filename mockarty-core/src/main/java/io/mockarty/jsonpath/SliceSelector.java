package io.mockarty.jsonpath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects elements of an array at regular distances (RFC 9535, section 2.3.4).
 *
 * @param start the first index, null when omitted; negative counts from the end
 * @param end the index before which to stop, null when omitted; negative counts from the end
 * @param step the distance; negative walks backwards, 0 selects nothing
 */
record SliceSelector(@Nullable Long start, @Nullable Long end, long step) implements Selector {

    @Override
    public boolean select(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        if (!(node instanceof List<?> array) || step == 0) {
            return true;
        }
        long size = array.size();
        // The bounds that walking in this direction can reach: [0, size] forwards, [-1, size - 1] backwards.
        long low = step > 0 ? 0 : -1;
        long high = step > 0 ? size : size - 1;
        long from = start == null ? (step > 0 ? low : high) : bound(start, size, low, high);
        long to = end == null ? (step > 0 ? high : low) : bound(end, size, low, high);
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            if (!next.visit(array.get((int) i), Location.element(at, (int) i))) {
                return false;
            }
        }
        return true;
    }

    private static long bound(long index, long size, long low, long high) {
        long normalized = index < 0 ? size + index : index;
        return Math.min(Math.max(normalized, low), high);
    }
}
