package io.mockarty.journal;

import io.mockarty.request.MockRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests of one namespace that no mock matched, one row per method and path with a count. Bounded: of more than
 * 1,000 rows the one not seen for longest goes. Thread-safe.
 */
public final class UndefinedRequests {

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_BODY_BYTES = 4 << 10;

    private final Map<String, UndefinedRequest> rows = new LinkedHashMap<>();
    private long created;

    /** Creates an empty list. */
    public UndefinedRequests() {}

    /**
     * Counts a request.
     *
     * @param request the request
     * @param now when it came
     */
    public synchronized void add(MockRequest request, Instant now) {
        String key = request.method() + ' ' + request.path();
        MockRequest kept = request.forRecord(MAX_BODY_BYTES);
        UndefinedRequest known = rows.remove(key);
        rows.put(
                key,
                known == null
                        ? new UndefinedRequest("undefined-" + ++created, kept, 1, now, now)
                        : known.again(kept, now));
        if (rows.size() > MAX_ROWS) {
            Iterator<String> oldest = rows.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** {@return a copy of all rows, the one seen latest last} */
    public synchronized List<UndefinedRequest> all() {
        return new ArrayList<>(rows.values());
    }

    /** Removes all rows. */
    public synchronized void clear() {
        rows.clear();
    }
}
