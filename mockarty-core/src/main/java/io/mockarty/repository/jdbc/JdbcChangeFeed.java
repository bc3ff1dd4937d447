package io.mockarty.repository.jdbc;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.ChangeListener;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was written by comparing the revisions of namespaces with those that were told. Notifications and polls
 * only say when to look; what is told always comes from the tables. Thread-safe.
 */
final class JdbcChangeFeed implements ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcChangeFeed.class);

    private final Transactions transactions;
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    /** Held by the one who tells, so that there is one at a time. */
    private final ReentrantLock telling = new ReentrantLock();

    /** Up to which revision each namespace was told. Guarded by the lock. */
    private final Map<String, Long> told = new HashMap<>();

    JdbcChangeFeed(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Subscription subscribe(ChangeListener listener) {
        telling.lock();
        try {
            if (listeners.isEmpty()) {
                told.clear();
                told.putAll(transactions.read(JdbcChangeFeed::revisions));
            } else {
                lookAtAll();
            }
            Listening listening = new Listening(listener);
            listeners.add(listening);
            return listening;
        } finally {
            telling.unlock();
        }
    }

    @Override
    public long revision(String namespace) {
        return transactions.read(sql -> revision(sql, namespace));
    }

    @Override
    public void refresh() {
        lookAtAll();
    }

    /** Tells what is new in any namespace. */
    void lookAtAll() {
        look(() -> transactions.read(JdbcChangeFeed::revisions));
    }

    /** Tells what is new in some namespaces. */
    void lookAt(Set<String> namespaces) {
        look(() -> transactions.read(sql -> {
            Map<String, Long> found = new HashMap<>();
            for (String namespace : namespaces) {
                found.put(namespace, revision(sql, namespace));
            }
            return found;
        }));
    }

    private void look(Revisions revisions) {
        if (telling.isHeldByCurrentThread()) {
            return; // a listener asks for more while it is told; that comes next anyway
        }
        telling.lock();
        try {
            if (!listeners.isEmpty()) {
                revisions.read().forEach(this::tell);
            }
        } finally {
            telling.unlock();
        }
    }

    private void tell(String namespace, long revision) {
        long last = told.getOrDefault(namespace, 0L);
        if (revision == last) {
            return;
        }
        List<Change> changes =
                revision < last ? List.of() : transactions.read(sql -> changes(sql, namespace, last, revision));
        told.put(namespace, revision);
        boolean isWhole = !changes.isEmpty() && changes.get(0).revision() == last + 1;
        if (isWhole) {
            tellAll(listener -> listener.changed(namespace, changes));
        } else {
            // Pruned, or the database was replaced by an older one.
            tellAll(listener -> listener.reread(namespace, revision));
        }
    }

    private void tellAll(Consumer<ChangeListener> news) {
        for (Listening each : listeners) {
            each.tell(news);
        }
    }

    private static Map<String, Long> revisions(Sql sql) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        sql.each("SELECT name, revision FROM namespaces", row -> found.put(row.text(1), row.number(2)));
        return found;
    }

    private static long revision(Sql sql, String namespace) throws SQLException {
        return sql.number("SELECT revision FROM namespaces WHERE name = ?", namespace);
    }

    private static List<Change> changes(Sql sql, String namespace, long after, long upTo) throws SQLException {
        return new ArrayList<>(sql.query(
                "SELECT revision, kind, subject FROM changes WHERE namespace = ? AND revision > ? AND revision <= ?"
                        + " ORDER BY revision, place",
                row -> new Change(namespace, row.number(1), Change.Kind.valueOf(row.text(2)), row.text(3)),
                namespace,
                after,
                upTo));
    }

    /** Reads the revisions of some namespaces. */
    private interface Revisions {
        Map<String, Long> read();
    }

    /** A listener that wants to be told. */
    private final class Listening implements Subscription {

        private final ChangeListener listener;
        private boolean closed;

        Listening(ChangeListener listener) {
            this.listener = listener;
        }

        /** Tells the listener; called by the one who holds the lock. */
        void tell(Consumer<ChangeListener> news) {
            try {
                if (!closed) {
                    news.accept(listener);
                }
            } catch (Throwable e) {
                // An error too, or the thread that tells would end, and nobody would be told any more.
                LOG.error("{}: a listener failed on a change, and missed it", transactions.name(), e);
            }
        }

        @Override
        public void close() {
            telling.lock();
            try {
                closed = true;
                listeners.remove(this);
            } finally {
                telling.unlock();
            }
        }
    }
}
