package io.mockarty.repository.jdbc;

import io.mockarty.repository.Change;
import io.mockarty.repository.CounterId;
import io.mockarty.repository.CounterRepository;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counters and scenario states in a database; whoever writes one holds the lock of its namespace. */
final class JdbcCounters implements CounterRepository {

    private final Transactions transactions;

    JdbcCounters(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public OptionalLong next(String namespace, CounterId counter, long limit) {
        // A counter never falls, so one that has reached its limit needs no lock.
        if (value(namespace, counter) >= limit) {
            return OptionalLong.empty();
        }
        return transactions.writeUnlessDeleted(namespace, OptionalLong.empty(), write -> {
            Optional<Long> known = read(write.sql(), namespace, counter);
            long before = known.orElse(0L);
            if (before >= limit) {
                return OptionalLong.empty();
            }
            write.sql()
                    .update(
                            known.isPresent()
                                    ? "UPDATE counters SET amount = ? WHERE namespace = ? AND mock_id = ? AND version = ?"
                                            + " AND kind = ?"
                                    : "INSERT INTO counters (amount, namespace, mock_id, version, kind)"
                                            + " VALUES (?, ?, ?, ?, ?)",
                            before + 1,
                            namespace,
                            counter.mockId(),
                            counter.version(),
                            counter.kind().name());
            write.changed(Change.Kind.COUNTER, counter.mockId());
            return OptionalLong.of(before);
        });
    }

    @Override
    public long value(String namespace, CounterId counter) {
        return transactions.read(sql -> read(sql, namespace, counter).orElse(0L));
    }

    private static Optional<Long> read(Sql sql, String namespace, CounterId counter) throws SQLException {
        return sql.first(
                "SELECT amount FROM counters WHERE namespace = ? AND mock_id = ? AND version = ? AND kind = ?",
                row -> row.number(1),
                namespace,
                counter.mockId(),
                counter.version(),
                counter.kind().name());
    }

    @Override
    public Optional<String> state(String namespace, String scenario) {
        return transactions.read(sql -> state(sql, namespace, scenario));
    }

    private static Optional<String> state(Sql sql, String namespace, String scenario) throws SQLException {
        return sql.first(
                "SELECT state FROM scenarios WHERE namespace = ? AND scenario = ?",
                row -> row.text(1),
                namespace,
                scenario);
    }

    @Override
    public boolean compareAndSet(String namespace, String scenario, @Nullable String expected, String next) {
        return transactions.writeUnlessDeleted(namespace, false, write -> {
            Optional<String> known = state(write.sql(), namespace, scenario);
            if (!known.equals(Optional.ofNullable(expected))) {
                return false;
            }
            if (!next.equals(expected)) {
                write.sql()
                        .update(
                                known.isPresent()
                                        ? "UPDATE scenarios SET state = ? WHERE namespace = ? AND scenario = ?"
                                        : "INSERT INTO scenarios (state, namespace, scenario) VALUES (?, ?, ?)",
                                next,
                                namespace,
                                scenario);
                write.changed(Change.Kind.COUNTER, scenario);
            }
            return true;
        });
    }
}
