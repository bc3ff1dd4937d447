package io.mockarty.repository.database;

import io.mockarty.repository.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that was found, and connections to it. Thread-safe. */
public final class Database implements AutoCloseable {

    private final DatabaseKind kind;
    private final String name;
    private final DataSource dataSource;
    private final @Nullable ConnectionPool pool;

    private Database(DatabaseKind kind, String name, DataSource dataSource, @Nullable ConnectionPool pool) {
        this.kind = kind;
        this.name = name;
        this.dataSource = dataSource;
        this.pool = pool;
    }

    /**
     * Opens a pool of connections. A file is made when it does not exist, its directory only when it is the
     * {@code .mockarty} of a home.
     *
     * @param address where the database is
     * @return the database; closing it closes the pool
     * @throws RepositoryException when it cannot be reached, its directory is missing, or its driver is not on the
     *     class path, with the Maven coordinates to add
     */
    public static Database open(DatabaseAddress address) {
        String name = address.toString();
        requireDriver(address.kind(), name);
        Path file = address.file();
        if (file != null) {
            requireDirectory(file.toAbsolutePath(), name);
        }
        try {
            ConnectionPool pool = ConnectionPool.open(address);
            return new Database(address.kind(), name, pool.dataSource(), pool);
        } catch (NoClassDefFoundError e) {
            throw new RepositoryException(
                    name,
                    "there is no connection pool on the class path (expected: the dependency com.zaxxer:HikariCP, or"
                            + " a DataSource of your own)",
                    e);
        }
    }

    /**
     * Uses connections of somebody else. The settings of the connections are theirs as well: a SQLite should be in WAL
     * mode and have a busy timeout.
     *
     * @param dataSource the connections; not closed here
     * @return the database
     * @throws RepositoryException when it cannot be reached, or is none of {@link DatabaseKind}
     */
    public static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            String url = connection.getMetaData().getURL();
            for (DatabaseKind kind : DatabaseKind.values()) {
                if (Products.nameOf(kind).equals(product)) {
                    return new Database(kind, nameOf(kind, url), dataSource, null);
                }
            }
            throw new RepositoryException(product, "no database for a repository (expected: PostgreSQL, SQLite or H2)");
        } catch (SQLException e) {
            throw new RepositoryException(
                    "data source",
                    "no connection: " + e.getMessage() + " (expected: a database that can be reached)",
                    e);
        }
    }

    /** A URL may hold a password, so only what is known to hold none is shown. */
    private static String nameOf(DatabaseKind kind, @Nullable String url) {
        try {
            return url == null
                    ? Products.nameOf(kind)
                    : DatabaseAddress.of(kind.name(), url).toString();
        } catch (IllegalArgumentException e) {
            return Products.nameOf(kind);
        }
    }

    private static void requireDriver(DatabaseKind kind, String name) {
        try {
            Class.forName(Products.driverOf(kind), false, Database.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new RepositoryException(
                    name,
                    "its driver is not on the class path (expected: the dependency " + Products.coordinatesOf(kind)
                            + ")",
                    e);
        }
    }

    private static void requireDirectory(Path file, String name) {
        Path directory = file.getParent();
        if (directory == null || Files.isDirectory(file)) {
            throw new RepositoryException(name, file + " is a directory (expected: the path of a file)");
        }
        try {
            if (directory.endsWith(".mockarty")) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new RepositoryException(
                    name, directory + " cannot be made (expected: a directory; make it, or set DB_DSN)", e);
        }
        if (!Files.isDirectory(directory)) {
            throw new RepositoryException(
                    name, directory + " is no directory (expected: one that exists; make it, or choose another file)");
        } else if (!Files.isWritable(directory) || Files.exists(file) && !Files.isWritable(file)) {
            throw new RepositoryException(
                    name, directory + " may not be written (expected: write permission on it and its files)");
        }
    }

    /** {@return which database it is} */
    public DatabaseKind kind() {
        return kind;
    }

    /** {@return product and place, such as {@code SQLite /data/mocks.db}; without secrets} */
    public String name() {
        return name;
    }

    /** {@return the connections; each is to be closed soon, which gives it back} */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Closes the connections that {@link #open} made. */
    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }

    /** {@return the same as {@link #name}} */
    @Override
    public String toString() {
        return name;
    }
}
