package io.mockarty.repository.migration;

import io.mockarty.repository.migration.Migration.Action;
import java.util.List;
import java.util.stream.Stream;

/**
 * A migration with its statements by what they are for.
 *
 * @param migration the migration, with all statements
 * @param before what prepares the table of the version
 * @param script what changes the schema
 * @param after what records the new version
 */
record Step(Migration migration, List<String> before, List<String> script, List<String> after) {

    static Step of(Script script, Action action, List<String> before, List<String> statements, String after) {
        List<String> all = Stream.of(before, statements, List.of(after))
                .flatMap(List::stream)
                .toList();
        Migration migration = new Migration(script.version(), script.name(), action, all);
        return new Step(migration, before, statements, List.of(after));
    }

    /** The file that the script was read from. */
    String file() {
        return migration.id() + (migration.action() == Action.UP ? ".up.sql" : ".down.sql");
    }
}
