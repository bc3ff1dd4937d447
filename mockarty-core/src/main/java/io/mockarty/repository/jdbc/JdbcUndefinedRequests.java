package io.mockarty.repository.jdbc;

import io.mockarty.journal.UndefinedRequest;
import io.mockarty.repository.Change;
import io.mockarty.repository.UndefinedRequestRepository;
import io.mockarty.repository.UndefinedRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of undefined requests in a database. */
final class JdbcUndefinedRequests implements UndefinedRequestRepository {

    private static final String COLUMNS = "id, amount, first_seen, last_seen, ignored, truncated, source";

    private static final String INSERT = "INSERT INTO undefined_requests (amount, first_seen, last_seen, ignored,"
            + " truncated, source, namespace, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE = "UPDATE undefined_requests SET amount = ?, first_seen = ?, last_seen = ?,"
            + " ignored = ?, truncated = ?, source = ? WHERE namespace = ? AND id = ?";

    /** More rows than there can be; a database may want to know a limit before it takes an offset. */
    private static final long NO_LIMIT = 1_000_000;

    private final Transactions transactions;

    JdbcUndefinedRequests(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(String namespace, List<UndefinedRequest> requests) {
        Map<String, UndefinedRequest> added = new LinkedHashMap<>();
        requests.forEach(
                request -> added.merge(UndefinedRow.idOf(request.sample()), request, JdbcUndefinedRequests::sum));
        transactions.writeUnlessDeleted(namespace, false, write -> {
            Map<String, UndefinedRow> known = new LinkedHashMap<>();
            write.sql()
                    .queryIn(
                            "SELECT " + COLUMNS
                                    + " FROM wanted JOIN undefined_requests ON id = wanted.name WHERE namespace = ?",
                            JdbcUndefinedRequests::row,
                            namespace,
                            added.keySet())
                    .forEach(row -> known.put(row.request().id(), row));
            List<@Nullable Object[]> fresh = new ArrayList<>();
            List<@Nullable Object[]> again = new ArrayList<>();
            added.forEach((id, request) -> {
                UndefinedRow before = known.get(id);
                if (before == null) {
                    fresh.add(values(namespace, id, request, false));
                } else {
                    again.add(values(namespace, id, sum(before.request(), request), before.ignored()));
                }
                write.changed(Change.Kind.UNDEFINED_REQUEST, id);
            });
            write.sql().batch(INSERT, fresh);
            write.sql().batch(UPDATE, again);
            if (!fresh.isEmpty()) {
                trim(write);
            }
            return true;
        });
    }

    private static UndefinedRequest sum(UndefinedRequest before, UndefinedRequest next) {
        return new UndefinedRequest(
                next.id(),
                next.sample(),
                next.isTruncated(),
                before.count() + next.count(),
                before.firstSeen().isBefore(next.firstSeen()) ? before.firstSeen() : next.firstSeen(),
                before.lastSeen().isAfter(next.lastSeen()) ? before.lastSeen() : next.lastSeen());
    }

    private static @Nullable Object[] values(String namespace, String id, UndefinedRequest request, boolean ignored) {
        return new @Nullable Object[] {
            request.count(),
            Times.micros(request.firstSeen()),
            Times.micros(request.lastSeen()),
            ignored,
            request.isTruncated(),
            new Source(ExchangeCodec.write(request.sample())),
            namespace,
            id
        };
    }

    private static UndefinedRow row(Row row) throws SQLException {
        UndefinedRequest request = new UndefinedRequest(
                row.text(1),
                ExchangeCodec.request(row.source(7)),
                row.flag(6),
                row.number(2),
                Times.instant(row.number(3)),
                Times.instant(row.number(4)));
        return new UndefinedRow(request, row.flag(5));
    }

    private static void trim(Write write) throws SQLException {
        List<String> tooMany = write.sql()
                .query(
                        "SELECT id FROM undefined_requests WHERE namespace = ? ORDER BY last_seen DESC, id"
                                + " LIMIT ? OFFSET ?",
                        row -> row.text(1),
                        write.namespace(),
                        NO_LIMIT,
                        MAX_ROWS);
        remove(write, tooMany);
    }

    private static void remove(Write write, Collection<String> ids) throws SQLException {
        for (String id : ids) {
            int removed = write.sql()
                    .update("DELETE FROM undefined_requests WHERE namespace = ? AND id = ?", write.namespace(), id);
            if (removed > 0) {
                write.changed(Change.Kind.UNDEFINED_REQUEST, id);
            }
        }
    }

    @Override
    public List<UndefinedRow> all(String namespace) {
        return transactions.read(sql -> sql.query(
                "SELECT " + COLUMNS + " FROM undefined_requests WHERE namespace = ? ORDER BY last_seen DESC, id",
                JdbcUndefinedRequests::row,
                namespace));
    }

    @Override
    public boolean ignore(String namespace, String id) {
        return transactions.write(namespace, write -> {
            long known = write.sql()
                    .number("SELECT count(*) FROM undefined_requests WHERE namespace = ? AND id = ?", namespace, id);
            int changed = write.sql()
                    .update(
                            "UPDATE undefined_requests SET ignored = TRUE WHERE namespace = ? AND id = ? AND NOT ignored",
                            namespace,
                            id);
            if (changed > 0) {
                write.changed(Change.Kind.UNDEFINED_REQUEST, id);
            }
            return known > 0;
        });
    }

    @Override
    public void delete(String namespace, Collection<String> ids) {
        transactions.write(namespace, write -> {
            remove(write, ids);
            return true;
        });
    }

    @Override
    public void deleteAll(String namespace) {
        transactions.write(namespace, write -> {
            if (write.sql().update("DELETE FROM undefined_requests WHERE namespace = ?", namespace) > 0) {
                write.changed(Change.Kind.UNDEFINED_REQUEST, "");
            }
            return true;
        });
    }
}
