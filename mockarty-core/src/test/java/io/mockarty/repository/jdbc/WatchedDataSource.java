package io.mockarty.repository.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections of another data source, and somebody who is told before each is given out. */
class WatchedDataSource implements DataSource {

    private final DataSource real;
    private final AtomicInteger given = new AtomicInteger();
    private volatile IntConsumer watcher = number -> {};

    WatchedDataSource(DataSource real) {
        this.real = real;
    }

    /** Counts from 1 again, and tells the number of each connection. */
    void watch(IntConsumer next) {
        given.set(0);
        watcher = next;
    }

    int given() {
        return given.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        watcher.accept(given.incrementAndGet());
        return real.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return real.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(WatchedDataSource.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
