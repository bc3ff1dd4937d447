package io.mockarty.coordinator.cli;

import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.database.DatabaseKind;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** Which database a command is about: its options, or the environment. */
final class DatabaseSettings {

    private static final String USUAL_KIND = "pg";

    @Option(
            names = "--db-use",
            paramLabel = "KIND",
            scope = ScopeType.INHERIT,
            description = "pg, sqlite or h2 (DB_USE; pg when only DB_DSN is set).")
    private @Nullable String use;

    @Option(
            names = "--db-dsn",
            paramLabel = "DSN",
            scope = ScopeType.INHERIT,
            description = "postgres://user:password@host:5432/database, or the path of a file (DB_DSN; sqlite:"
                    + " ~/.mockarty/data.db when left out). Other users of this machine see options: keep a"
                    + " password in DB_DSN.")
    private @Nullable String dsn;

    /**
     * Opens the database.
     *
     * @param command whose options these are
     * @return the database, to be closed
     * @throws ParameterException when the settings are missing or wrong
     */
    Database open(CommandLine command) {
        return Database.open(address(command));
    }

    private DatabaseAddress address(CommandLine command) {
        String kind = setting(use, "DB_USE");
        String place = setting(dsn, "DB_DSN");
        if (kind.isEmpty() && place.isEmpty()) {
            throw new ParameterException(
                    command,
                    "DB_USE, DB_DSN: not set (expected: DB_USE=pg with DB_DSN=postgres://user:password@host/database,"
                            + " or DB_USE=sqlite with DB_DSN=/path/to/mockarty.db; or --db-use and --db-dsn)");
        }
        try {
            DatabaseAddress address = DatabaseAddress.of(kind.isEmpty() ? USUAL_KIND : kind, place);
            if (address.kind() == DatabaseKind.H2 && (place.isEmpty() || isInMemory(place))) {
                throw new ParameterException(
                        command,
                        "DB_DSN: a database in memory (expected: the path of a file; memory is gone when this command"
                                + " ends)");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isInMemory(String dsn) {
        return dsn.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:mem:");
    }

    private static String setting(@Nullable String option, String variable) {
        return Objects.requireNonNullElse(option == null ? System.getenv(variable) : option, "")
                .strip();
    }
}
