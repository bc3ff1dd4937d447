package io.mockarty.perf.schedule;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Memory that is kept for the moment when there is none any more, so that what used it up can be ended in order: a
 * thirty-second of the heap, at most 16 MB. Thread-safe.
 */
public final class MemoryReserve {

    private static final int PART = 32;
    private static final int MOST = 16 << 20;

    private final AtomicReference<byte @Nullable []> held = new AtomicReference<>(
            new byte[(int) Math.min(MOST, Runtime.getRuntime().maxMemory() / PART)]);

    /** Gives it back to the heap. Makes no objects. */
    public void release() {
        held.set(null);
    }
}
