package io.mockarty.repository.jdbc;

import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.database.DatabaseKind;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it means for the caller that a statement failed. */
enum SqlFailure {
    /** Another transaction was in the way, or held a lock for too long. */
    CONFLICT("nobody to hold locks for so long; try again"),

    /** Another transaction made the same row first. */
    DUPLICATE("nobody else to make the same thing at the same time; try again"),

    /** The connection broke, or the database went away. */
    DISCONNECTED("a database that can be reached; start it, and go on: connections are made anew"),

    /** There is no room left. */
    FULL("free space on its disk; make some, and go on"),

    /** It may be read, not written. */
    READ_ONLY("a database that may be written; check permissions, and that it is no standby"),

    /** Anything else. */
    OTHER("statements that succeed; the cause says what the database did not like");

    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int H2_FULL = 90100;
    private static final Set<Integer> H2_DISCONNECTED = Set.of(90007, 90067, 90098, 90121);
    private static final Set<Integer> H2_READ_ONLY = Set.of(90097);

    private final String expected;

    SqlFailure(String expected) {
        this.expected = expected;
    }

    /** Tells what an exception means; the one that matters may be its cause, or stand behind it. */
    static SqlFailure of(DatabaseKind kind, SQLException exception) {
        Throwable each = exception;
        for (int depth = 0; each != null && depth < 10; depth++) {
            SqlFailure failure = each instanceof SQLException sql ? ofOne(kind, sql) : OTHER;
            if (failure != OTHER) {
                return failure;
            }
            each = next(each);
        }
        return OTHER;
    }

    private static @Nullable Throwable next(Throwable exception) {
        Throwable behind = exception instanceof SQLException sql ? sql.getNextException() : null;
        return behind == null ? exception.getCause() : behind;
    }

    private static SqlFailure ofOne(DatabaseKind kind, SQLException exception) {
        String state = exception.getSQLState() == null ? "" : exception.getSQLState();
        return switch (kind) {
            case POSTGRESQL -> ofState(state);
            case SQLITE -> ofSqlite(exception.getErrorCode() & 0xff);
            case H2 -> ofH2(state, exception.getErrorCode());
        };
    }

    private static SqlFailure ofState(String state) {
        return switch (state) {
            case "40001", "40P01", "55P03", "HYT00" -> CONFLICT;
            case "23505" -> DUPLICATE;
            case "53100" -> FULL;
            case "25006" -> READ_ONLY;
            case "57P01", "57P02", "57P03", "57P05", "25P03" -> DISCONNECTED;
            default -> state.startsWith("08") ? DISCONNECTED : OTHER;
        };
    }

    /** The numbers are the primary result codes of SQLite. */
    private static SqlFailure ofSqlite(int code) {
        return switch (code) {
            case 5, 6 -> CONFLICT;
            case 19 -> DUPLICATE;
            case 13 -> FULL;
            case 8 -> READ_ONLY;
            case 14 -> DISCONNECTED;
            default -> OTHER;
        };
    }

    private static SqlFailure ofH2(String state, int code) {
        if (code == H2_CONCURRENT_UPDATE) {
            return CONFLICT;
        } else if (code == H2_FULL) {
            return FULL;
        } else if (H2_DISCONNECTED.contains(code)) {
            return DISCONNECTED;
        }
        return H2_READ_ONLY.contains(code) ? READ_ONLY : ofState(state);
    }

    /** Whether the same transaction may succeed when it is tried again at once. */
    boolean isPassing() {
        return this == CONFLICT || this == DUPLICATE || this == DISCONNECTED;
    }

    RepositoryException exception(String repository, SQLException cause) {
        return new RepositoryException(repository, cause.getMessage() + " (expected: " + expected + ")", cause);
    }
}
