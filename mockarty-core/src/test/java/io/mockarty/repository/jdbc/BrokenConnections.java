package io.mockarty.repository.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;

/** Connections to an H2 in memory that may fail as soon as they are given out, and are counted. Thread-safe. */
final class BrokenConnections extends WatchedDataSource {

    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean isBroken;

    BrokenConnections(String name) {
        super(h2(name));
    }

    private static JdbcDataSource h2(String name) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    void breakAll() {
        isBroken = true;
    }

    /** How many were given out, and not back. */
    int open() {
        return open.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        open.decrementAndGet();
                    } else if (isBroken && method.getName().endsWith("etAutoCommit")) {
                        throw new SQLException("broken", "08006");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
