package io.mockarty.repository.jdbc;

import io.mockarty.repository.Change;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.repository.Page;
import io.mockarty.repository.RequestLogRepository;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request logs in a database. Requests that no mock answered have an empty id of a mock there. */
final class JdbcRequestLogs implements RequestLogRepository {

    private static final String TRIM =
            "DELETE FROM request_logs WHERE namespace = ? AND mock_id = ? AND sequence NOT IN (SELECT sequence FROM"
                    + " request_logs WHERE namespace = ? AND mock_id = ? ORDER BY arrived_at DESC, sequence DESC LIMIT ?)";

    private final Transactions transactions;
    private final int limit;
    private final Clock clock;

    JdbcRequestLogs(Transactions transactions, int limit, Clock clock) {
        this.transactions = transactions;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public void append(String namespace, List<LoggedRequest> requests, Map<String, Long> lost) {
        Map<String, List<LoggedRequest>> byMock = new LinkedHashMap<>();
        requests.forEach(request ->
                byMock.computeIfAbsent(key(request), id -> new ArrayList<>()).add(request));
        byMock.values().forEach(this::keepLatest);
        // By identity: equal requests are requests of their own.
        Set<LoggedRequest> latest = Collections.newSetFromMap(new IdentityHashMap<>());
        byMock.values().forEach(latest::addAll);
        List<LoggedRequest> kept = requests.stream().filter(latest::contains).toList();
        long gone = requests.size() - kept.size() + sum(lost.values());
        transactions.writeUnlessDeleted(namespace, false, write -> {
            insert(write, kept);
            long trimmed = trim(write, byMock.keySet());
            if (gone + trimmed > 0) {
                write.sql()
                        .update(
                                "UPDATE namespaces SET evicted_logs = evicted_logs + ? WHERE name = ?",
                                gone + trimmed,
                                namespace);
            }
            byMock.keySet().forEach(id -> write.changed(Change.Kind.REQUEST_LOG, id));
            lost.forEach((id, number) -> {
                if (number > 0) {
                    write.changed(Change.Kind.REQUEST_LOG, id);
                }
            });
            return true;
        });
    }

    private static String key(LoggedRequest request) {
        return Objects.requireNonNullElse(request.entry().mockId(), "");
    }

    /** What would be trimmed at once is not written at all. */
    private void keepLatest(List<LoggedRequest> requests) {
        requests.sort(Comparator.comparingLong(request -> Times.micros(request.arrivedAt())));
        requests.subList(0, Math.max(0, requests.size() - limit)).clear();
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(number -> number).sum();
    }

    private static void insert(Write write, List<LoggedRequest> requests) throws SQLException {
        write.sql()
                .batch(
                        "INSERT INTO request_logs (namespace, mock_id, arrived_at, source) VALUES (?, ?, ?, ?)",
                        requests.stream()
                                .map(request -> new @Nullable Object[] {
                                    write.namespace(),
                                    key(request),
                                    Times.micros(request.arrivedAt()),
                                    new Source(ExchangeCodec.write(request))
                                })
                                .toList());
    }

    private long trim(Write write, Collection<String> mockIds) throws SQLException {
        String namespace = write.namespace();
        return write.sql()
                .batch(
                        TRIM,
                        mockIds.stream()
                                .map(id -> new @Nullable Object[] {namespace, id, namespace, id, limit})
                                .toList());
    }

    @Override
    public Page<LoggedRequest> ofMock(String namespace, @Nullable String mockId, long offset, int count) {
        String key = Objects.requireNonNullElse(mockId, "");
        return transactions.read(sql -> new Page<>(
                sql.query(
                        "SELECT sequence, mock_id, arrived_at, source FROM request_logs WHERE namespace = ?"
                                + " AND mock_id = ? ORDER BY arrived_at DESC, sequence DESC LIMIT ? OFFSET ?",
                        JdbcRequestLogs::logged,
                        namespace,
                        key,
                        count,
                        offset),
                sql.number("SELECT count(*) FROM request_logs WHERE namespace = ? AND mock_id = ?", namespace, key),
                offset));
    }

    @Override
    public List<LoggedRequest> all(String namespace) {
        return transactions.read(sql -> sql.query(
                "SELECT sequence, mock_id, arrived_at, source FROM request_logs WHERE namespace = ?"
                        + " ORDER BY arrived_at, sequence",
                JdbcRequestLogs::logged,
                namespace));
    }

    private static LoggedRequest logged(Row row) throws SQLException {
        String mockId = row.text(2);
        return ExchangeCodec.logged(
                row.source(4), row.number(1), mockId.isEmpty() ? null : mockId, Times.instant(row.number(3)));
    }

    @Override
    public long evicted(String namespace) {
        return transactions.read(sql -> sql.number("SELECT evicted_logs FROM namespaces WHERE name = ?", namespace));
    }

    @Override
    public void delete(String namespace, @Nullable String mockId) {
        String key = Objects.requireNonNullElse(mockId, "");
        transactions.write(namespace, write -> {
            int deleted =
                    write.sql().update("DELETE FROM request_logs WHERE namespace = ? AND mock_id = ?", namespace, key);
            if (deleted > 0) {
                write.changed(Change.Kind.REQUEST_LOG, key);
            }
            return true;
        });
    }

    @Override
    public Clock clock() {
        return clock;
    }
}
