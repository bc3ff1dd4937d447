package io.mockarty.repository.cache;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much memory JSON values take, about: as a 64-bit JVM with compressed pointers lays them out, rounded up. */
final class HeapSize {

    private static final int OBJECT = 64;
    private static final int STRING = 48;
    private static final int NUMBER = 40;
    private static final int ENTRY = 48;
    private static final int REFERENCE = 8;
    private static final int LATIN_1 = 0xFF;

    private HeapSize() {}

    static int of(@Nullable Object json) {
        return (int) Math.min(bytes(json), Integer.MAX_VALUE / 2);
    }

    private static long bytes(@Nullable Object json) {
        if (json instanceof String text) {
            return STRING + (long) text.length() * bytesPerChar(text);
        } else if (json instanceof Map<?, ?> object) {
            long sum = OBJECT;
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                sum += ENTRY + bytes(entry.getKey()) + bytes(entry.getValue());
            }
            return sum;
        } else if (json instanceof List<?> array) {
            long sum = OBJECT;
            for (Object element : array) {
                sum += REFERENCE + bytes(element);
            }
            return sum;
        }
        return json instanceof Number ? NUMBER : 0;
    }

    /** Strings take one byte a character as long as all are in Latin-1. */
    private static int bytesPerChar(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LATIN_1) {
                return 2;
            }
        }
        return 1;
    }
}
