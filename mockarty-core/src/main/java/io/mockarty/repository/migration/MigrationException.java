package io.mockarty.repository.migration;

import io.mockarty.repository.RepositoryException;

/**
 * A schema that could not be brought to another version: it is newer than this program, was left half changed, is being
 * changed by another process for too long, or refused a statement. The message says what to do next.
 */
public final class MigrationException extends RepositoryException {

    private static final long serialVersionUID = 1L;

    MigrationException(String database, String problem) {
        super(database, problem);
    }

    MigrationException(String database, String problem, Throwable cause) {
        super(database, problem, cause);
    }
}
