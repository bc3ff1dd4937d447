package io.mockarty.repository.jdbc;

import io.mockarty.mock.Mock;
import io.mockarty.repository.Change;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.Page;
import io.mockarty.repository.StoredMock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The mocks in a database. */
final class JdbcMocks implements MockRepository {

    /** An ordinal is a revision and the place in its batch, which has this many bits. */
    private static final int PLACE_BITS = 20;

    private final Transactions transactions;

    JdbcMocks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StoredMock> replace(String namespace, Collection<String> deletedIds, List<Mock> mocks) {
        Set<String> saved = requireIds(mocks);
        return transactions.write(namespace, write -> {
            delete(write, deletedIds.stream().filter(id -> !saved.contains(id)).toList());
            return save(write, mocks);
        });
    }

    private static Set<String> requireIds(List<Mock> mocks) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mocks.size(); i++) {
            String id = mocks.get(i).id();
            if (id == null || !ids.add(id)) {
                throw new IllegalArgumentException("mocks[" + i + "].id: " + id
                        + (id == null ? " (expected: an id)" : " (expected: an id that no other mock has)"));
            }
        }
        if (mocks.size() >= 1 << PLACE_BITS) {
            throw new IllegalArgumentException(
                    "mocks: " + mocks.size() + " (expected: at most " + ((1 << PLACE_BITS) - 1) + " at once)");
        }
        return ids;
    }

    private static List<StoredMock> save(Write write, List<Mock> mocks) throws SQLException {
        MockTable table = new MockTable(write.sql(), write.namespace());
        List<Mock> documents = mocks.stream()
                .map(mock -> Documents.alive(mock, write.namespace()))
                .toList();
        Map<String, Long> versions = table.versions(
                documents.stream().map(mock -> String.valueOf(mock.id())).toList());
        List<StoredMock> saved = new ArrayList<>(documents.size());
        for (Mock document : documents) {
            long version = versions.getOrDefault(String.valueOf(document.id()), 0L) + 1;
            long ordinal = (write.revision() << PLACE_BITS) + saved.size();
            saved.add(new StoredMock(document, version, ordinal, write.revision()));
        }
        table.save(saved);
        changed(write, saved);
        return saved;
    }

    @Override
    public List<String> delete(String namespace, Collection<String> ids) {
        return transactions.write(namespace, write -> delete(write, ids));
    }

    private static List<String> delete(Write write, Collection<String> ids) throws SQLException {
        long now = write.now().toEpochMilli();
        return change(write, ids, false, document -> Documents.deleted(document, now)).stream()
                .map(StoredMock::id)
                .toList();
    }

    @Override
    public List<StoredMock> restore(String namespace, Collection<String> ids) {
        return transactions.write(namespace, write -> change(write, ids, true, Documents::alive));
    }

    /** Gives mocks other documents without making versions, and returns them as they are now. */
    private static List<StoredMock> change(
            Write write, Collection<String> ids, boolean deleted, UnaryOperator<Mock> change) throws SQLException {
        MockTable table = new MockTable(write.sql(), write.namespace());
        List<StoredMock> now = new ArrayList<>();
        List<StoredMock> changed = new ArrayList<>();
        for (StoredMock mock : table.find(ids)) {
            if (mock.isDeleted() == deleted) {
                StoredMock next = with(mock, change.apply(mock.document()), write.revision());
                boolean differs =
                        !next.document().toJson().equals(mock.document().toJson());
                now.add(differs ? next : mock);
                if (differs) {
                    changed.add(next);
                }
            }
        }
        table.update(changed);
        changed(write, changed);
        return now;
    }

    /** A mock with another document, changed by a revision. */
    static StoredMock with(StoredMock mock, Mock document, long revision) {
        return new StoredMock(document, mock.version(), mock.ordinal(), revision);
    }

    private static void changed(Write write, List<StoredMock> mocks) {
        mocks.forEach(mock -> write.changed(Change.Kind.MOCK, mock.id()));
    }

    @Override
    public List<String> purge(String namespace, Collection<String> ids) {
        return transactions.write(namespace, write -> {
            MockTable table = new MockTable(write.sql(), namespace);
            List<String> known = List.copyOf(table.versions(ids).keySet());
            table.purge(known);
            known.forEach(id -> write.changed(Change.Kind.MOCK, id));
            return known;
        });
    }

    @Override
    public List<StoredMock> findAll(String namespace, Collection<String> ids) {
        return transactions.read(sql -> sql.queryIn(
                "SELECT " + MockTable.COLUMNS + MockTable.WANTED + " AND closed_at IS NULL",
                MockTable::stored,
                namespace,
                ids));
    }

    @Override
    public void readAll(String namespace, Consumer<StoredMock> reader) {
        transactions.stream(sql -> {
            sql.each(
                    "SELECT " + MockTable.COLUMNS
                            + " FROM mocks WHERE namespace = ? AND closed_at IS NULL ORDER BY ordinal",
                    row -> {
                        reader.accept(MockTable.stored(row));
                        return true;
                    },
                    namespace);
            return true;
        });
    }

    @Override
    public Page<StoredMock> list(String namespace, MockQuery query, long offset, int limit) {
        MockFilter filter = MockFilter.of(namespace, query, transactions.dialect());
        return transactions.read(sql -> new Page<>(
                sql.query(
                        "SELECT " + MockTable.COLUMNS + " FROM mocks WHERE " + filter.condition()
                                + " ORDER BY ordinal LIMIT ? OFFSET ?",
                        MockTable::stored,
                        filter.valuesAnd(limit, offset)),
                sql.number("SELECT count(*) FROM mocks WHERE " + filter.condition(), filter.valuesAnd()),
                offset));
    }

    @Override
    public List<StoredMock> versions(String namespace, String id) {
        return transactions.read(sql -> sql.query(
                "SELECT " + MockTable.COLUMNS + " FROM mocks WHERE namespace = ? AND id = ? UNION ALL SELECT "
                        + MockTable.COLUMNS + " FROM mock_versions WHERE namespace = ? AND mock_id = ?"
                        + " ORDER BY version DESC LIMIT ?",
                MockTable::stored,
                namespace,
                id,
                namespace,
                id,
                MAX_VERSIONS));
    }

    @Override
    public Optional<StoredMock> restoreVersion(String namespace, String id, long version) {
        return transactions.write(namespace, write -> {
            Optional<StoredMock> old = new MockTable(write.sql(), namespace).version(id, version);
            return old.isEmpty()
                    ? Optional.empty()
                    : Optional.of(save(write, List.of(old.get().document())).get(0));
        });
    }

    @Override
    public List<StoredMock> label(String namespace, Collection<String> ids, MockLabel label) {
        return transactions.write(namespace, write -> change(write, ids, false, label::applyTo));
    }

    @Override
    public Map<String, Long> tags(String namespace) {
        return transactions.read(sql -> {
            Map<String, Long> tags = new TreeMap<>();
            sql.each(
                    "SELECT mock_tags.tag, count(*) FROM mock_tags JOIN mocks ON mocks.namespace = mock_tags.namespace"
                            + " AND mocks.id = mock_tags.mock_id WHERE mock_tags.namespace = ?"
                            + " AND mocks.closed_at IS NULL GROUP BY mock_tags.tag",
                    row -> tags.put(row.text(1), row.number(2)),
                    namespace);
            return tags;
        });
    }
}
