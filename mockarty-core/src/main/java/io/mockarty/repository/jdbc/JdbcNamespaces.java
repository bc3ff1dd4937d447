package io.mockarty.repository.jdbc;

import io.mockarty.repository.Change;
import io.mockarty.repository.NamespaceRepository;
import java.util.List;

/** The namespaces in a database. */
final class JdbcNamespaces implements NamespaceRepository {

    /** Empties each table but those that remember revisions. */
    private static final List<String> REMOVALS = List.of(
            "DELETE FROM mocks WHERE namespace = ?",
            "DELETE FROM mock_versions WHERE namespace = ?",
            "DELETE FROM mock_tags WHERE namespace = ?",
            "DELETE FROM mock_folders WHERE namespace = ?",
            "DELETE FROM store_values WHERE namespace = ?",
            "DELETE FROM counters WHERE namespace = ?",
            "DELETE FROM scenarios WHERE namespace = ?",
            "DELETE FROM request_logs WHERE namespace = ?",
            "DELETE FROM undefined_requests WHERE namespace = ?",
            "UPDATE namespaces SET evicted_logs = 0 WHERE name = ?");

    /** How many revisions of a namespace that was removed can be told to those who were away. */
    private static final int KEPT_REVISIONS = 100;

    private final Transactions transactions;

    JdbcNamespaces(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean create(String name) {
        return transactions.write(name, write -> {
            if (write.isFirst()) {
                write.changed(Change.Kind.NAMESPACE, name);
            }
            return write.isFirst();
        });
    }

    @Override
    public List<String> names() {
        return transactions.read(
                sql -> sql.query("SELECT name FROM namespaces WHERE closed_at IS NULL", row -> row.text(1)).stream()
                        .sorted()
                        .toList());
    }

    @Override
    public boolean delete(String name) {
        return transactions.write(name, write -> {
            if (write.isFirst()) {
                return false;
            }
            for (String removal : REMOVALS) {
                write.sql().update(removal, name);
            }
            write.sql()
                    .update(
                            "DELETE FROM changes WHERE namespace = ? AND revision < ?",
                            name,
                            write.revision() - KEPT_REVISIONS);
            write.removed();
            return true;
        });
    }
}
