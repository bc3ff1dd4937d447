package io.mockarty.repository.database;

/** The databases that can hold a repository. */
public enum DatabaseKind {
    /** PostgreSQL, 14 or newer; many nodes may share one. */
    POSTGRESQL,

    /** SQLite; one file, one writer at a time. */
    SQLITE,

    /** H2; in memory or one file, for one process. */
    H2
}
