package io.mockarty.perf.module.sql;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.TlsOptions;
import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code sql.mjs} needs of Java. Public only so that scripts can call it. */
public final class SqlFunctions {

    private static final String OPEN = "sql.open";
    private static final List<String> POSTGRES = List.of("postgres", "postgresql", "pgx");
    private static final int DEFAULT_CONNECTIONS = 50;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private final ModuleContext user;
    private final CallMeter meter;

    SqlFunctions(ModuleContext user) {
        this.user = user;
        meter = new CallMeter(user, "sql_queries", "sql_query_duration", "sql_query_failed");
    }

    /**
     * {@return a database; it is connected to when the first query is sent}
     *
     * @param driver {@code postgres}
     * @param dsn a URL such as {@code postgres://user:password@host:port/database?sslmode=disable}, or {@code host=...
     *     dbname=...}
     * @param options {@code maxConnections}, {@code timeout} and {@code tls}, or undefined
     */
    @Export
    public SqlDatabase open(@Nullable Value driver, @Nullable Value dsn, @Nullable Value options) {
        String name = driver != null && driver.isString() ? driver.asString() : "";
        if (!POSTGRES.contains(name)) {
            throw new ScriptException(OPEN + ": driver \"" + name + "\" (expected: postgres)");
        }
        if (dsn == null || !dsn.isString()) {
            throw new ScriptException(OPEN + ": no address (expected: postgres://user:password@host:port/database)");
        }
        ScriptOptions read = ScriptOptions.of(OPEN, user.values().toJava(options));
        int connections = (int) read.whole("maxConnections", DEFAULT_CONNECTIONS, 1, Integer.MAX_VALUE);
        Duration timeout = read.duration("timeout", DEFAULT_TIMEOUT);
        @Nullable TlsOptions tls = read.any("tls") == null ? null : TlsOptions.read(read, false);
        read.done();
        PostgresAddress address = PostgresAddress.parse(OPEN, dsn.asString()).withTls(tls);
        SqlPool.Key key = new SqlPool.Key(address, connections, timeout);
        SqlDatabase database = new SqlDatabase(user, meter, user.shared(key, () -> new SqlPool(key)));
        user.closeAtEnd(database::rollback);
        user.afterEachIteration(database::rollback);
        return database;
    }
}
