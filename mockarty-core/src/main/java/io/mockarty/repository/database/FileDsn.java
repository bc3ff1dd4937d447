package io.mockarty.repository.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads where a database of one file is: SQLite and H2. */
final class FileDsn {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String H2 = "jdbc:h2:";

    /** What a SQLite needs to be shared by threads, and not to forget what it acknowledged. */
    private static final Map<String, String> SQLITE_PROPERTIES = Map.of(
            "journal_mode", "WAL",
            "synchronous", "FULL",
            "busy_timeout", "5000",
            "foreign_keys", "false");

    /**
     * H2 reads and writes its file through a channel that survives the interruption of a thread ({@code async:}), and a
     * commit is in the file when it returns ({@code WRITE_DELAY}).
     */
    private static final String H2_SETTINGS = ";LOCK_TIMEOUT=5000;WRITE_DELAY=0";

    private FileDsn() {}

    static DatabaseAddress sqlite(String dsn, Path home) {
        if (dsn.isEmpty()) {
            return sqlite(home.resolve(".mockarty").resolve("data.db"));
        }
        String path = withoutPrefix(SQLITE, dsn);
        boolean isUrl = path.length() < dsn.length();
        String name = isUrl ? path.split("\\?", 2)[0] : path;
        if (name.isEmpty() || name.contains(":memory:") || name.startsWith("file:")) {
            throw new IllegalArgumentException(
                    "DB_DSN: no path of a file (expected: a path such as /data/mockarty.db; DB_USE=h2 without DB_DSN"
                            + " is a database in memory)");
        }
        Path file = path(name, home);
        return isUrl
                ? new DatabaseAddress(DatabaseKind.SQLITE, " " + file, SQLITE + path, SQLITE_PROPERTIES, file)
                : sqlite(file);
    }

    static DatabaseAddress sqlite(Path path) {
        Path file = path.toAbsolutePath().normalize();
        return new DatabaseAddress(DatabaseKind.SQLITE, " " + file, SQLITE + file, SQLITE_PROPERTIES, file);
    }

    static DatabaseAddress h2(String dsn, Path home) {
        if (dsn.isEmpty()) {
            return h2InMemory();
        }
        String rest = withoutPrefix(H2, dsn);
        return rest.length() < dsn.length() ? h2Url(rest) : h2(path(dsn, home));
    }

    static DatabaseAddress h2(Path path) {
        Path file = path.toAbsolutePath().normalize();
        String url = H2 + "async:" + file.toString().replace(";", "\\;") + H2_SETTINGS;
        Path written = file.resolveSibling(file.getFileName() + ".mv.db");
        return new DatabaseAddress(DatabaseKind.H2, " " + file, url, Map.of("user", "sa", "password", ""), written);
    }

    /** The name of a database in memory is added by {@link Database}, which opens a new one each time. */
    static DatabaseAddress h2InMemory() {
        return new DatabaseAddress(
                DatabaseKind.H2, " in memory", H2 + "mem:", Map.of("user", "sa", "password", ""), null);
    }

    /** A URL as its writer wants it; user and password are taken out, so that nobody shows them. */
    private static DatabaseAddress h2Url(String rest) {
        Map<String, String> properties = new HashMap<>();
        String[] parts = rest.split(";");
        StringBuilder url = new StringBuilder(H2).append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String[] setting = parts[i].split("=", 2);
            String name = setting[0].strip().toLowerCase(Locale.ROOT);
            if (setting.length == 2 && (name.equals("user") || name.equals("password"))) {
                properties.put(name, setting[1]);
            } else {
                url.append(';').append(parts[i]);
            }
        }
        return new DatabaseAddress(DatabaseKind.H2, " " + parts[0], url.toString(), properties, null);
    }

    private static String withoutPrefix(String prefix, String dsn) {
        return dsn.regionMatches(true, 0, prefix, 0, prefix.length()) ? dsn.substring(prefix.length()) : dsn;
    }

    private static Path path(String text, Path home) {
        try {
            Path path = text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("DB_DSN: no path of a file (expected: a path, or a URL)", e);
        }
    }
}
