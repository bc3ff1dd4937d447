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
 * 1,000 rows, or 4 MB, the one not seen for longest goes. Thread-safe.
 */
public final class UndefinedRequests {

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_BODY_BYTES = 64 << 10;
    private static final long MAX_BYTES = 4 << 20;

    private final Map<String, UndefinedRequest> rows = new LinkedHashMap<>();
    private long created;
    private long bytes;

    /** Creates an empty list. */
    public UndefinedRequests() {}

    /**
     * Counts a request.
     *
     * @param request the request
     * @param now when it came
     */
    public void add(MockRequest request, Instant now) {
        String key = request.method() + ' ' + request.path();
        MockRequest kept = request.forRecord(MAX_BODY_BYTES);
        boolean cut = request.body().bytes().length > MAX_BODY_BYTES;
        synchronized (this) {
            UndefinedRequest known = rows.remove(key);
            bytes +=
                    kept.approximateSize() - (known == null ? 0 : known.sample().approximateSize());
            rows.put(
                    key,
                    known == null
                            ? new UndefinedRequest("undefined-" + ++created, kept, cut, 1, now, now)
                            : known.again(kept, cut, now));
            evict();
        }
    }

    private void evict() {
        Iterator<UndefinedRequest> oldest = rows.values().iterator();
        while (rows.size() > MAX_ROWS || bytes > MAX_BYTES) {
            bytes -= oldest.next().sample().approximateSize();
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
        bytes = 0;
    }
}
