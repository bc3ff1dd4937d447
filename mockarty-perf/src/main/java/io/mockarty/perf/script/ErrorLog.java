package io.mockarty.perf.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What went wrong in iterations: each kind is told a few times and then only counted. Thread-safe. */
public final class ErrorLog {

    private static final int TOLD_EACH = 5;
    private static final int KINDS = 100;
    private static final String OTHERS = "(others)";

    private final BiConsumer<String, String> log;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /**
     * Creates a log.
     *
     * @param log gets level and text of what is told
     */
    public ErrorLog(BiConsumer<String, String> log) {
        this.log = log;
    }

    /**
     * Counts an error, and tells about it unless that happened often enough.
     *
     * @param message what went wrong, in one line
     * @param details the same with its place
     */
    public void add(String message, String details) {
        long count = count(message);
        if (count <= TOLD_EACH) {
            log.accept("error", count < TOLD_EACH ? details : details + "\n    (from now on only counted)");
        }
    }

    private synchronized long count(String message) {
        String kind = counts.containsKey(message) || counts.size() < KINDS ? message : OTHERS;
        return counts.merge(kind, 1L, Long::sum);
    }

    /** {@return how often each kind of error occurred} */
    public synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }
}
