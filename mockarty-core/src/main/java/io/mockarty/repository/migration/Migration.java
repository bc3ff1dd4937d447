package io.mockarty.repository.migration;

import java.util.List;

/**
 * One change of a schema that was made, or would be made in a dry run. Immutable and thread-safe.
 *
 * @param version the number of the migration, from 1
 * @param name its name, without the number
 * @param action what is done with it
 * @param statements all SQL that is run for it, in order and without semicolons at the ends; with the statements that
 *     keep the version of the schema
 */
public record Migration(long version, String name, Action action, List<String> statements) {

    /** What is done with a migration. */
    public enum Action {
        /** It is applied: the schema comes to its version. */
        UP,

        /** It is rolled back: the schema goes to the version before. */
        DOWN,

        /** It was left half done, and is undone: as {@link #DOWN}, but what there is not to undo is passed over. */
        REPAIR
    }

    /** Copies the statements. */
    public Migration {
        statements = List.copyOf(statements);
    }

    /** {@return number and name, as in {@code 001_initial}} */
    public String id() {
        return Script.id(version, name);
    }
}
