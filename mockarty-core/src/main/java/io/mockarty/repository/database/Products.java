package io.mockarty.repository.database;

/** What depends on the product and not on where it runs: its name, its driver, and who brings that. */
final class Products {

    private Products() {}

    static String nameOf(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> "PostgreSQL";
            case SQLITE -> "SQLite";
            case H2 -> "H2";
        };
    }

    static String driverOf(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> "org.postgresql.Driver";
            case SQLITE -> "org.sqlite.JDBC";
            case H2 -> "org.h2.Driver";
        };
    }

    static String coordinatesOf(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> "org.postgresql:postgresql";
            case SQLITE -> "org.xerial:sqlite-jdbc";
            case H2 -> "com.h2database:h2";
        };
    }
}
