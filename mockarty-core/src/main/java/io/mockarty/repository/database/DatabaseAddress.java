package io.mockarty.repository.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and how to get in: what the settings {@code DB_USE} and {@code DB_DSN} say. Never shows a
 * password, neither as text nor in an error. Immutable and thread-safe.
 */
public final class DatabaseAddress {

    private final DatabaseKind kind;
    private final String place;
    private final String url;
    private final Map<String, String> properties;
    private final @Nullable Path file;

    DatabaseAddress(DatabaseKind kind, String place, String url, Map<String, String> properties, @Nullable Path file) {
        this.kind = kind;
        this.place = place;
        this.url = url;
        this.properties = Map.copyOf(properties);
        this.file = file;
    }

    /**
     * Reads the settings of a database.
     *
     * <ul>
     *   <li>{@code pg}: {@code postgres://user:password@host:5432/database?sslmode=require}, user and password
     *       percent-encoded; {@code postgresql://} means the same, and so does a URL {@code jdbc:postgresql:}
     *   <li>{@code sqlite}: the path of a file, a URL {@code jdbc:sqlite:}, or nothing for {@code ~/.mockarty/data.db}
     *   <li>{@code h2}: the path of a file (H2 adds {@code .mv.db}), a URL {@code jdbc:h2:}, or nothing for a new
     *       database in memory each time it is opened
     * </ul>
     *
     * @param use the value of {@code DB_USE}, in any case
     * @param dsn the value of {@code DB_DSN}, or null when it is not set
     * @return the address
     * @throws IllegalArgumentException naming the setting that is wrong; it shows no part of a DSN that may be secret
     */
    public static DatabaseAddress of(String use, @Nullable String dsn) {
        return of(use, dsn, Path.of(System.getProperty("user.home", ".")));
    }

    static DatabaseAddress of(String use, @Nullable String dsn, Path home) {
        String text = dsn == null ? "" : dsn.strip();
        DatabaseKind kind = kind(use);
        Optional<DatabaseKind> meant = kindOf(text);
        if (meant.isPresent() && meant.get() != kind) {
            throw new IllegalArgumentException("DB_USE: " + use + " with a DB_DSN for " + literal(meant.get())
                    + " (expected: DB_USE=" + literal(meant.get()) + ", or another DB_DSN)");
        }
        return switch (kind) {
            case POSTGRESQL -> PostgresDsn.parse(text);
            case SQLITE -> FileDsn.sqlite(text, home);
            case H2 -> FileDsn.h2(text, home);
        };
    }

    /**
     * Names a SQLite database.
     *
     * @param file its file, made when it does not exist
     * @return the address
     */
    public static DatabaseAddress sqlite(Path file) {
        return FileDsn.sqlite(file);
    }

    /**
     * Names an H2 database.
     *
     * @param file its file without {@code .mv.db}, made when it does not exist
     * @return the address
     */
    public static DatabaseAddress h2(Path file) {
        return FileDsn.h2(file);
    }

    /** {@return an H2 database in memory, a new one each time it is opened} */
    public static DatabaseAddress h2InMemory() {
        return FileDsn.h2InMemory();
    }

    private static DatabaseKind kind(String use) {
        return switch (use.strip().toLowerCase(Locale.ROOT)) {
            case "pg", "postgres", "postgresql" -> DatabaseKind.POSTGRESQL;
            case "sqlite" -> DatabaseKind.SQLITE;
            case "h2" -> DatabaseKind.H2;
            case "mysql" ->
                throw new IllegalArgumentException("DB_USE: mysql (expected: pg, sqlite or h2; the name mysql is a"
                        + " placeholder for a driver that does not exist, and there are no migrations for it)");
            default -> throw new IllegalArgumentException("DB_USE: " + use + " (expected: pg, sqlite or h2)");
        };
    }

    /** Tells the kind of a database from what its DSN or JDBC URL starts with; a path does not say. */
    static Optional<DatabaseKind> kindOf(String dsn) {
        String start = dsn.toLowerCase(Locale.ROOT);
        if (start.startsWith("postgres:") || start.startsWith("postgresql:") || start.startsWith("jdbc:postgresql:")) {
            return Optional.of(DatabaseKind.POSTGRESQL);
        } else if (start.startsWith("jdbc:sqlite:")) {
            return Optional.of(DatabaseKind.SQLITE);
        }
        return start.startsWith("jdbc:h2:") ? Optional.of(DatabaseKind.H2) : Optional.empty();
    }

    private static String literal(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL ? "pg" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** {@return which database it is} */
    public DatabaseKind kind() {
        return kind;
    }

    /** The JDBC URL, without user and password. */
    String url() {
        return url;
    }

    /** What the driver is told beside the URL; user and password among it. */
    Map<String, String> properties() {
        return properties;
    }

    /** The file that holds the database, or null when it is elsewhere. */
    @Nullable
    Path file() {
        return file;
    }

    /** {@return product and place, such as {@code PostgreSQL at db:5432/mockarty} or {@code SQLite /data/mocks.db}} */
    @Override
    public String toString() {
        return Products.nameOf(kind) + place;
    }
}
