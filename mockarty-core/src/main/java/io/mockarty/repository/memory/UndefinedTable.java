package io.mockarty.repository.memory;

import io.mockarty.journal.UndefinedRequest;
import io.mockarty.repository.UndefinedRequestRepository;
import io.mockarty.repository.UndefinedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What no mock of one namespace answered. Guarded by the lock of its {@link World}. */
final class UndefinedTable {

    private static final Comparator<UndefinedRow> LAST_SEEN =
            Comparator.comparing(row -> row.request().lastSeen());

    /** The rows by id, the one added to latest last. */
    private final Map<String, UndefinedRow> rows = new LinkedHashMap<>();

    /** Adds to a row, which is made when there is none; returns its id. */
    String add(UndefinedRequest request) {
        String id = UndefinedRow.idOf(request.sample());
        UndefinedRow known = rows.remove(id);
        rows.put(id, new UndefinedRow(sum(id, known, request), known != null && known.ignored()));
        return id;
    }

    private static UndefinedRequest sum(String id, @Nullable UndefinedRow row, UndefinedRequest more) {
        UndefinedRequest known = row == null ? more : row.request();
        return new UndefinedRequest(
                id,
                more.sample(),
                more.isTruncated(),
                row == null ? more.count() : known.count() + more.count(),
                earlier(known.firstSeen(), more.firstSeen()),
                later(known.lastSeen(), more.lastSeen()));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Removes the rows not seen for longest, when there are too many. */
    void evict() {
        int tooMany = rows.size() - UndefinedRequestRepository.MAX_ROWS;
        if (tooMany > 0) {
            List<UndefinedRow> longestFirst = new ArrayList<>(rows.values());
            longestFirst.sort(LAST_SEEN);
            longestFirst
                    .subList(0, tooMany)
                    .forEach(row -> rows.remove(row.request().id()));
        }
    }

    List<UndefinedRow> latestFirst() {
        List<UndefinedRow> copy = new ArrayList<>(rows.values());
        Collections.reverse(copy);
        copy.sort(LAST_SEEN.reversed());
        return copy;
    }

    /** Marks a row as of no interest; false when there is none. */
    boolean ignore(String id) {
        return rows.computeIfPresent(id, (key, row) -> new UndefinedRow(row.request(), true)) != null;
    }

    /** Removes a row; false when there is none. */
    boolean delete(String id) {
        return rows.remove(id) != null;
    }

    /** Removes all rows; false when there are none. */
    boolean deleteAll() {
        boolean any = !rows.isEmpty();
        rows.clear();
        return any;
    }
}
