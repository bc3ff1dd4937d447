package io.mockarty.repository.jdbc;

import io.mockarty.repository.Change;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One write to a namespace, from the moment its row is locked. It becomes the next revision, together with a list of
 * what it changed; so revisions have no gaps, and are in the order of commits. Used by one thread.
 */
final class Write {

    /** How many revisions of a namespace can be told to those who were away. */
    static final int KEPT_REVISIONS = 10_000;

    /** How many changes of a namespace are kept, when its revisions are large ones. */
    private static final int KEPT_CHANGES = 100_000;

    /** How often old revisions are looked for, in revisions. */
    private static final int PRUNING = 1_000;

    private final Sql sql;
    private final Dialect dialect;
    private final String namespace;
    private final Instant now;
    private final long revision;
    private final boolean isNew;
    private final boolean isDeleted;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private boolean removes;

    /** Something that was changed. */
    private record Entry(Change.Kind kind, String id) {}

    /** What a namespace is like. */
    private record State(long revision, boolean isClosed) {}

    private Write(Sql sql, Dialect dialect, String namespace, Instant now, State before) {
        this.sql = sql;
        this.dialect = dialect;
        this.namespace = namespace;
        this.now = now;
        this.revision = before.revision + 1;
        this.isNew = before.isClosed;
        this.isDeleted = before.isClosed && before.revision > 0;
    }

    /** Locks the namespace; one that does not exist is made when something was changed. */
    static Write begin(Sql sql, Dialect dialect, String namespace, Instant now) throws SQLException {
        State before = sql.first(
                        "SELECT revision, closed_at FROM namespaces WHERE name = ?" + dialect.lockClause(),
                        row -> new State(row.number(1), !row.isNull(2)),
                        namespace)
                .orElse(null);
        if (before == null) {
            before = new State(0, true);
            sql.update(
                    "INSERT INTO namespaces (name, revision, evicted_logs, created_at, closed_at) VALUES (?, 0, 0, ?, ?)",
                    namespace,
                    Times.micros(now),
                    Times.micros(now));
        }
        return new Write(sql, dialect, namespace, now, before);
    }

    Sql sql() {
        return sql;
    }

    String namespace() {
        return namespace;
    }

    Instant now() {
        return now;
    }

    /** The revision that this write makes. */
    long revision() {
        return revision;
    }

    /** Whether the namespace did not exist before. */
    boolean isFirst() {
        return isNew;
    }

    /** Whether the namespace existed once, and does not any more. */
    boolean isDeleted() {
        return isDeleted;
    }

    void changed(Change.Kind kind, String id) {
        entries.add(new Entry(kind, id));
    }

    /** Says that the namespace exists no more. */
    void removed() {
        removes = true;
        changed(Change.Kind.NAMESPACE, namespace);
    }

    /** Writes the revision down, and returns false when there is none because nothing was changed. */
    boolean finish() throws SQLException {
        if (entries.isEmpty()) {
            return false;
        }
        @Nullable Long closedAt = removes ? Times.micros(now) : null;
        sql.update("UPDATE namespaces SET revision = ?, closed_at = ? WHERE name = ?", revision, closedAt, namespace);
        if (isNew) {
            sql.update("UPDATE namespaces SET created_at = ? WHERE name = ?", Times.micros(now), namespace);
        }
        Set<Entry> all = new LinkedHashSet<>();
        if (isNew) {
            all.add(new Entry(Change.Kind.NAMESPACE, namespace));
        }
        all.addAll(entries);
        List<@Nullable Object[]> rows = new ArrayList<>(all.size());
        for (Entry entry : all) {
            rows.add(new @Nullable Object[] {namespace, revision, rows.size(), entry.kind.name(), entry.id});
        }
        sql.batch("INSERT INTO changes (namespace, revision, place, kind, subject) VALUES (?, ?, ?, ?, ?)", rows);
        if (revision % PRUNING == 0 || rows.size() >= PRUNING) {
            prune();
        }
        dialect.announce(sql, namespace);
        return true;
    }

    private void prune() throws SQLException {
        long tooMany = sql.number(
                "SELECT revision FROM changes WHERE namespace = ? ORDER BY revision DESC, place DESC LIMIT 1 OFFSET ?",
                namespace,
                KEPT_CHANGES);
        sql.update(
                "DELETE FROM changes WHERE namespace = ? AND revision <= ?",
                namespace,
                Math.min(revision - 1, Math.max(tooMany, revision - KEPT_REVISIONS)));
    }
}
