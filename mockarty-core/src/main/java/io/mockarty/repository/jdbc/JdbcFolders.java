package io.mockarty.repository.jdbc;

import io.mockarty.repository.Change;
import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockFolder;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.StoredMock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The folders in a database. */
final class JdbcFolders implements FolderRepository {

    private static final Comparator<MockFolder> ORDER =
            Comparator.comparingInt(MockFolder::sortOrder).thenComparing(MockFolder::name);

    private final Transactions transactions;

    JdbcFolders(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(String namespace, MockFolder folder) {
        transactions.write(namespace, write -> {
            Map<String, MockFolder> known = read(write.sql(), namespace).stream()
                    .collect(Collectors.toMap(MockFolder::id, Function.identity()));
            requireParent(folder, known);
            write(write, folder, known.containsKey(folder.id()));
            return true;
        });
    }

    private static void requireParent(MockFolder folder, Map<String, MockFolder> known) {
        Set<String> around = new HashSet<>();
        String parent = folder.parentId();
        while (parent != null && around.add(parent)) {
            MockFolder next = known.get(parent);
            if (parent.equals(folder.id()) || next == null) {
                throw new IllegalArgumentException("parentId: " + folder.parentId()
                        + " (expected: a folder that exists, and neither is " + folder.id() + " nor lies in it)");
            }
            parent = next.parentId();
        }
    }

    private static void write(Write write, MockFolder folder, boolean isKnown) throws SQLException {
        write.sql()
                .update(
                        isKnown
                                ? "UPDATE mock_folders SET parent_id = ?, name = ?, sort_order = ?, created_at = ?,"
                                        + " updated_at = ? WHERE namespace = ? AND id = ?"
                                : "INSERT INTO mock_folders (parent_id, name, sort_order, created_at, updated_at,"
                                        + " namespace, id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        folder.parentId(),
                        folder.name(),
                        folder.sortOrder(),
                        Times.micros(folder.createdAt()),
                        Times.micros(folder.updatedAt()),
                        write.namespace(),
                        folder.id());
        write.changed(Change.Kind.FOLDER, folder.id());
    }

    @Override
    public List<MockFolder> all(String namespace) {
        return transactions.read(
                sql -> read(sql, namespace).stream().sorted(ORDER).toList());
    }

    private static List<MockFolder> read(Sql sql, String namespace) throws SQLException {
        return sql.query(
                "SELECT id, parent_id, name, sort_order, created_at, updated_at FROM mock_folders WHERE namespace = ?",
                row -> new MockFolder(
                        row.text(1),
                        row.textOrNull(2),
                        row.text(3),
                        Math.toIntExact(row.number(4)),
                        Times.instant(row.number(5)),
                        Times.instant(row.number(6))),
                namespace);
    }

    @Override
    public boolean delete(String namespace, String id) {
        return transactions.write(namespace, write -> {
            List<MockFolder> folders = read(write.sql(), namespace);
            for (MockFolder folder : folders) {
                if (folder.id().equals(id)) {
                    write.sql().update("DELETE FROM mock_folders WHERE namespace = ? AND id = ?", namespace, id);
                    write.changed(Change.Kind.FOLDER, id);
                    moveFolders(write, folders, folder);
                    moveMocks(write, id, folder.parentId());
                    return true;
                }
            }
            return false;
        });
    }

    private static void moveFolders(Write write, List<MockFolder> folders, MockFolder removed) throws SQLException {
        for (MockFolder each : folders) {
            if (removed.id().equals(each.parentId())) {
                MockFolder moved = new MockFolder(
                        each.id(),
                        removed.parentId(),
                        each.name(),
                        each.sortOrder(),
                        each.createdAt(),
                        each.updatedAt());
                write(write, moved, true);
            }
        }
    }

    /** Also moves deleted mocks, which would come back into a folder that is gone. */
    private static void moveMocks(Write write, String from, @Nullable String to) throws SQLException {
        MockLabel.Folder label = new MockLabel.Folder(to);
        List<StoredMock> moved = new ArrayList<>();
        write.sql()
                .each(
                        "SELECT " + MockTable.COLUMNS + " FROM mocks WHERE namespace = ? AND folder_id = ?",
                        row -> {
                            StoredMock mock = MockTable.stored(row);
                            return moved.add(JdbcMocks.with(mock, label.applyTo(mock.document()), write.revision()));
                        },
                        write.namespace(),
                        from);
        new MockTable(write.sql(), write.namespace()).update(moved);
        moved.forEach(mock -> write.changed(Change.Kind.MOCK, mock.id()));
    }
}
