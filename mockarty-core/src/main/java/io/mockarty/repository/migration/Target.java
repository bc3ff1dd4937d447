package io.mockarty.repository.migration;

import javax.sql.DataSource;

/**
 * The database whose schema is meant.
 *
 * @param name what it is called in errors, without secrets
 * @param dialect what it is
 * @param dataSource gives connections to it
 */
record Target(String name, SchemaDialect dialect, DataSource dataSource) {

    MigrationException problem(String problem) {
        return new MigrationException(name, problem);
    }

    MigrationException problem(String problem, Throwable cause) {
        return new MigrationException(name, problem, cause);
    }
}
