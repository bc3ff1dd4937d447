package io.mockarty.perf.module.sql;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The database as one user sees it. Public only so that scripts can call it. */
public final class SqlDatabase {

    private final ModuleContext user;
    private final CallMeter meter;
    private final SqlPool pool;

    /** The connection of the transaction that runs. */
    private @Nullable Connection transaction;

    SqlDatabase(ModuleContext user, CallMeter meter, SqlPool pool) {
        this.user = user;
        this.meter = meter;
        this.pool = pool;
    }

    /**
     * {@return the rows of a result, as objects; none for a statement without a result}
     *
     * @param sql the statement, with placeholders such as {@code $1}
     * @param parameters an array of values
     */
    @Export
    public Value query(String sql, Value parameters) {
        return user.values().toScript(measured("sql.query", sql, parameters, prepared -> {
            try (ResultSet result = prepared.execute() ? prepared.getResultSet() : null) {
                return result == null ? List.of() : Rows.read(result);
            }
        }));
    }

    /**
     * {@return {@code rowsAffected}}
     *
     * @param sql the statement, with placeholders such as {@code $1}
     * @param parameters an array of values
     */
    @Export
    public Value exec(String sql, Value parameters) {
        return user.values().toScript(measured("sql.exec", sql, parameters, prepared -> {
            prepared.execute();
            return Map.of("rowsAffected", Math.max(0, prepared.getLargeUpdateCount()));
        }));
    }

    private Object measured(String where, String sql, Value parameters, Body body) {
        List<?> values = user.values().toJava(parameters) instanceof List<?> list ? list : List.of();
        Statement statement = pool.statement(sql);
        Parameters.check(where, statement, values);
        if (statement.opens()) {
            throw new ScriptException(where + ": a transaction that this statement does not end"
                    + " (expected: db.transaction((tx) => ...), because users share connections)");
        }
        long start = System.nanoTime();
        boolean failed = true;
        try {
            Object answer = run(statement, values, body);
            failed = false;
            return answer;
        } catch (SQLException e) {
            throw new ScriptException(where + ": " + pool.describe(e), e);
        } finally {
            meter.record(statement.route(), start, 1, failed);
        }
    }

    private Object run(Statement statement, List<?> values, Body body) throws SQLException {
        Connection begun = transaction;
        if (begun != null) {
            return run(begun, statement, values, body);
        }
        try (Connection connection = pool.connection()) {
            return run(connection, statement, values, body);
        }
    }

    private static Object run(Connection connection, Statement statement, List<?> values, Body body)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.jdbc())) {
            Parameters.bind(prepared, statement, values);
            return body.run(prepared);
        }
    }

    /** Begins a transaction: all statements of this user are part of it until {@link #commit} or {@link #rollback}. */
    @Export
    public void begin() {
        if (transaction != null) {
            throw new ScriptException("sql.transaction: another one runs (expected: one at a time)");
        }
        try {
            Connection connection = pool.connection();
            transaction = connection;
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            rollback();
            throw new ScriptException("sql.transaction: " + pool.describe(e), e);
        }
    }

    /** Ends the transaction and keeps what it did. */
    @Export
    public void commit() {
        Connection begun = transaction;
        if (begun != null) {
            transaction = null;
            try (begun) {
                begun.commit();
                begun.setAutoCommit(true);
            } catch (SQLException e) {
                throw new ScriptException("sql.transaction: " + pool.describe(e), e);
            }
        }
    }

    /** Ends the transaction that runs, if any, and undoes what it did. */
    @Export
    public void rollback() {
        Connection begun = transaction;
        if (begun != null) {
            transaction = null;
            try (begun) {
                begun.rollback();
                begun.setAutoCommit(true);
            } catch (SQLException e) {
                user.log("debug", "sql.transaction: " + pool.describe(e));
            }
        }
    }

    /** What is done with a statement. */
    private interface Body {

        Object run(PreparedStatement prepared) throws SQLException;
    }
}
