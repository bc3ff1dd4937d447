package io.mockarty.coordinator.cli;

import io.mockarty.repository.database.Database;
import io.mockarty.repository.migration.Migration;
import io.mockarty.repository.migration.Migrations;
import io.mockarty.repository.migration.SchemaVersion;
import java.io.PrintWriter;
import java.util.List;

/**
 * What one command does to the schema of a database, and says about it.
 *
 * @param database the database
 * @param migrations its migrations
 * @param dryRun whether they only say what they would do
 * @param out where it is said
 */
record MigrationJob(Database database, Migrations migrations, boolean dryRun, PrintWriter out) {

    /** What {@code --steps} says to go as far as there is a way. */
    static final int ALL = Integer.MAX_VALUE;

    static MigrationJob of(Database database, boolean dryRun, boolean fixDirty, PrintWriter out) {
        Migrations migrations = Migrations.of(database);
        migrations = dryRun ? migrations.dryRun() : migrations;
        migrations = fixDirty ? migrations.fixingDirty() : migrations;
        return new MigrationJob(database, migrations, dryRun, out);
    }

    void up(int steps) {
        show(steps == ALL ? migrations.up() : migrations.up(steps));
    }

    void down(int steps) {
        show(migrations.down(steps));
    }

    /** The number alone in the first line, for scripts to read. */
    void version() {
        out.println("version " + migrations.version());
        out.println("newest  " + migrations.newest());
    }

    void force(long version) {
        SchemaVersion before = migrations.force(version);
        out.println("version " + version + ", was " + before);
    }

    private void show(List<Migration> done) {
        if (dryRun) {
            done.forEach(this::showSql);
        } else {
            done.forEach(migration -> out.println(past(migration) + " " + migration.id()));
        }
        String start = dryRun ? "-- " : "";
        String nothing = done.isEmpty() ? "nothing to do: " : "";
        out.println(start + nothing + database.name() + " is at version " + migrations.version());
    }

    /** SQL that can be run as it is printed. */
    private void showSql(Migration migration) {
        out.println("-- " + migration.id() + ": " + migration.action());
        migration.statements().forEach(statement -> out.println(statement + ";"));
        out.println();
    }

    private static String past(Migration migration) {
        return switch (migration.action()) {
            case UP -> "applied";
            case DOWN -> "rolled back";
            case REPAIR -> "undid what was half done of";
        };
    }
}
