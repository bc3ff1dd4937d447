package io.mockarty.repository.jdbc;

import io.mockarty.repository.database.DatabaseKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The few things that each database does in its own way. */
enum Dialect {
    POSTGRESQL(" FOR UPDATE", "position(? IN search) > 0"),

    /** Has one writer at a time: a transaction that begins to write at once waits instead of failing half-way. */
    SQLITE("", "instr(search, ?) > 0"),

    H2(" FOR UPDATE", "instr(search, ?) > 0");

    /** What the nodes on one PostgreSQL listen to; the message is the namespace that was written to. */
    static final String CHANNEL = "mockarty_changes";

    /** A message of PostgreSQL is shorter than 8,000 bytes. */
    private static final int MAX_MESSAGE_BYTES = 7_900;

    private final String lockClause;
    private final String searchCondition;

    Dialect(String lockClause, String searchCondition) {
        this.lockClause = lockClause;
        this.searchCondition = searchCondition;
    }

    static Dialect of(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> POSTGRESQL;
            case SQLITE -> SQLITE;
            case H2 -> H2;
        };
    }

    /** Stands behind a query whose row nobody else may write until the transaction ends. */
    String lockClause() {
        return lockClause;
    }

    /**
     * Stands behind each statement of a write. H2 keeps the last result of a query of a connection, and gives it again
     * while it knows of no later commit; but a commit gives back its locks before that is known. So whoever waited for
     * a lock could be given what somebody else had read on the connection before that commit. Queries with another text
     * have results of their own, and those were read under the lock.
     */
    String writeComment() {
        return this == H2 ? " /* write */" : "";
    }

    /** The condition that the column {@code search} contains a text, with one parameter. */
    String searchCondition() {
        return searchCondition;
    }

    boolean hasOneWriter() {
        return this == SQLITE;
    }

    void begin(Connection connection) throws SQLException {
        if (this == SQLITE) {
            execute(connection, "BEGIN IMMEDIATE");
        } else {
            connection.setAutoCommit(false);
        }
    }

    /** Begins what reads with one statement, row by row. */
    void beginReading(Connection connection) throws SQLException {
        if (this != SQLITE) {
            connection.setAutoCommit(false);
        }
    }

    void commit(Connection connection) throws SQLException {
        if (this == SQLITE) {
            execute(connection, "COMMIT");
        } else {
            connection.commit();
        }
    }

    void rollback(Connection connection) throws SQLException {
        if (this == SQLITE) {
            execute(connection, "ROLLBACK");
        } else {
            connection.rollback();
        }
    }

    /** Tells the other nodes, when the transaction commits, that a namespace was written to. */
    void announce(Sql sql, String namespace) throws SQLException {
        if (this == POSTGRESQL) {
            String stored = StoredText.encode(namespace);
            boolean fits = stored.getBytes(StandardCharsets.UTF_8).length <= MAX_MESSAGE_BYTES;
            sql.query("SELECT pg_notify(?, ?)", row -> "", new Source(CHANNEL), new Source(fits ? stored : ""));
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }
}
