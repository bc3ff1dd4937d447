package io.mockarty.repository.memory;

import io.mockarty.journal.JournalEntry;
import io.mockarty.repository.LoggedRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The latest requests of each mock of one namespace. Guarded by the lock of its {@link World}. */
final class LogTable {

    private static final Comparator<LoggedRequest> ARRIVAL = Comparator.comparing(LoggedRequest::arrivedAt)
            .thenComparingLong(request -> request.entry().sequence());

    private final int limit;
    private final Map<String, TreeSet<LoggedRequest>> byMock = new HashMap<>();
    private long lastSequence;
    private long evicted;

    LogTable(int limit) {
        this.limit = limit;
    }

    /** Returns the key of a mock; an empty one for the requests that no mock answered. */
    static String key(@Nullable String mockId) {
        return mockId == null ? "" : mockId;
    }

    /** Adds a request, in place of the earliest when there are too many; returns its key. */
    String append(LoggedRequest request) {
        String key = key(request.entry().mockId());
        TreeSet<LoggedRequest> log = byMock.computeIfAbsent(key, id -> new TreeSet<>(ARRIVAL));
        log.add(numbered(request, ++lastSequence));
        if (log.size() > limit) {
            log.pollFirst();
            evicted++;
        }
        return key;
    }

    private static LoggedRequest numbered(LoggedRequest request, long sequence) {
        JournalEntry entry = request.entry();
        return new LoggedRequest(
                new JournalEntry(
                        sequence, entry.receivedAt(), entry.request(), entry.reply(), entry.mockId(), entry.outcome()),
                request.node(),
                request.arrivedAt());
    }

    /** Counts requests that were lost before they got here. */
    void lose(long count) {
        evicted += count;
    }

    long evicted() {
        return evicted;
    }

    List<LoggedRequest> latestFirst(String key) {
        TreeSet<LoggedRequest> log = byMock.get(key);
        return log == null ? List.of() : new ArrayList<>(log.descendingSet());
    }

    List<LoggedRequest> all() {
        return byMock.values().stream()
                .flatMap(Collection::stream)
                .sorted(ARRIVAL)
                .toList();
    }

    /** Forgets the requests of a mock; false when there are none. */
    boolean delete(String key) {
        return byMock.remove(key) != null;
    }
}
