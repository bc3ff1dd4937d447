package io.mockarty.repository.migration;

import java.util.List;
import java.util.Locale;

/**
 * The two texts of a migration, as they are written for all databases.
 *
 * @param version its number
 * @param name its name
 * @param up what brings the schema from the version before to this one
 * @param down what brings it back
 */
record Script(long version, String name, String up, String down) {

    /** The name that its resources start with. */
    String id() {
        return id(version, name);
    }

    static String id(long version, String name) {
        return String.format(Locale.ROOT, "%03d_%s", version, name);
    }

    List<String> up(SchemaDialect dialect) {
        return ScriptParser.statements(id() + ".up.sql", up, dialect);
    }

    List<String> down(SchemaDialect dialect) {
        return ScriptParser.statements(id() + ".down.sql", down, dialect);
    }
}
