package io.mockarty.perf.module.http;

import io.mockarty.perf.module.ModuleContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells of requests without an answer, each kind a few times only. Thread-safe. */
final class FailureLog {

    private static final int TOLD_EACH = 3;
    private static final int KINDS = 50;

    private final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();

    void add(ModuleContext user, String message) {
        if (told.size() >= KINDS && !told.containsKey(message)) {
            return;
        }
        int count =
                told.computeIfAbsent(message, missing -> new AtomicInteger()).incrementAndGet();
        if (count <= TOLD_EACH) {
            user.log("warn", "request failed: " + message + (count == TOLD_EACH ? " (not told again)" : ""));
        }
    }
}
