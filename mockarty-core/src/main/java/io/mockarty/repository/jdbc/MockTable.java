package io.mockarty.repository.jdbc;

import io.mockarty.mock.Mock;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.StoredMock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of mocks, of their versions and of their tags, inside one write. */
final class MockTable {

    /** What {@link #stored} reads. */
    static final String COLUMNS = "version, ordinal, revision, source";

    /** Where mocks come from that are asked for by name, alive or deleted. */
    static final String WANTED = " FROM wanted JOIN mocks ON mocks.id = wanted.name WHERE mocks.namespace = ?";

    private static final String INSERT =
            "INSERT INTO mocks (version, ordinal, revision, chain_id, folder_id, closed_at, search, source, namespace, id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String ARCHIVE =
            "INSERT INTO mock_versions (namespace, mock_id, version, ordinal, revision, source)"
                    + " SELECT namespace, id, version, ordinal, revision, source FROM mocks"
                    + " WHERE namespace = ? AND id = ?";

    private final Sql sql;
    private final String namespace;

    MockTable(Sql sql, String namespace) {
        this.sql = sql;
        this.namespace = namespace;
    }

    /** Reads a mock from a row of {@link #COLUMNS}. */
    static StoredMock stored(Row row) throws SQLException {
        return new StoredMock(Mock.fromJson(row.source(4)), row.number(1), row.number(2), row.number(3));
    }

    /** Finds mocks, alive or deleted. */
    List<StoredMock> find(Collection<String> ids) throws SQLException {
        return sql.queryIn("SELECT " + COLUMNS + WANTED, MockTable::stored, namespace, ids);
    }

    /** Finds the numbers of the latest versions of mocks, alive or deleted. */
    Map<String, Long> versions(Collection<String> ids) throws SQLException {
        Map<String, Long> versions = new HashMap<>();
        sql.queryIn(
                "SELECT id, version" + WANTED, row -> versions.put(row.text(1), row.number(2)) == null, namespace, ids);
        return versions;
    }

    /** Finds one version of a mock, the latest or one before. */
    Optional<StoredMock> version(String id, long version) throws SQLException {
        Optional<StoredMock> latest = find(List.of(id)).stream().findFirst();
        if (latest.isEmpty() || latest.get().version() == version) {
            return latest;
        }
        return sql.first(
                "SELECT " + COLUMNS + " FROM mock_versions WHERE namespace = ? AND mock_id = ? AND version = ?",
                MockTable::stored,
                namespace,
                id,
                version);
    }

    /** Writes the next versions of mocks; those before are kept as long as there are not too many. */
    void save(List<StoredMock> mocks) throws SQLException {
        List<StoredMock> known =
                mocks.stream().filter(mock -> mock.version() > 1).toList();
        sql.updateEach(ARCHIVE, namespace, ids(known));
        List<@Nullable Object[]> tooOld = known.stream()
                .filter(mock -> mock.version() > MockRepository.MAX_VERSIONS)
                .map(mock ->
                        new @Nullable Object[] {namespace, mock.id(), mock.version() - MockRepository.MAX_VERSIONS})
                .toList();
        for (String table : List.of("mock_versions", "counters")) {
            sql.batch("DELETE FROM " + table + " WHERE namespace = ? AND mock_id = ? AND version <= ?", tooOld);
        }
        remove(ids(known));
        insert(mocks);
    }

    /** Writes mocks in place of what they were. */
    void update(List<StoredMock> mocks) throws SQLException {
        remove(ids(mocks));
        insert(mocks);
    }

    /** Removes mocks with all that is kept about them. */
    void purge(List<String> ids) throws SQLException {
        remove(ids);
        for (String table : List.of("mock_versions", "counters", "request_logs")) {
            sql.updateEach("DELETE FROM " + table + " WHERE namespace = ? AND mock_id = ?", namespace, ids);
        }
    }

    private void remove(List<String> ids) throws SQLException {
        sql.updateEach("DELETE FROM mocks WHERE namespace = ? AND id = ?", namespace, ids);
        sql.updateEach("DELETE FROM mock_tags WHERE namespace = ? AND mock_id = ?", namespace, ids);
    }

    private void insert(List<StoredMock> mocks) throws SQLException {
        sql.batch(INSERT, mocks.stream().map(this::values).toList());
        List<@Nullable Object[]> tags = new ArrayList<>();
        for (StoredMock mock : mocks) {
            mock.document().tags().stream()
                    .distinct()
                    .forEach(tag -> tags.add(new @Nullable Object[] {namespace, mock.id(), tag}));
        }
        sql.batch("INSERT INTO mock_tags (namespace, mock_id, tag) VALUES (?, ?, ?)", tags);
    }

    private static List<String> ids(List<StoredMock> mocks) {
        return mocks.stream().map(StoredMock::id).toList();
    }

    private @Nullable Object[] values(StoredMock mock) {
        Mock document = mock.document();
        return new @Nullable Object[] {
            mock.version(),
            mock.ordinal(),
            mock.revision(),
            document.chainId(),
            document.folderId(),
            mock.isDeleted() ? document.closedAt() : null,
            new Source(StoredText.searchable(MockQuery.searchText(document))),
            new Source(document.toJson()),
            namespace,
            mock.id()
        };
    }
}
