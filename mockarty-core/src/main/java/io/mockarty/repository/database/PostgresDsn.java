package io.mockarty.repository.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where a PostgreSQL is, in the form that its own tools know,
 * {@code postgres://user:password@host:port/database}, and in that of JDBC. A part that may hold a piece of a password
 * is not repeated in an error.
 */
final class PostgresDsn {

    private static final String FORM =
            "expected: postgres://user:password@host:5432/database?sslmode=disable, with @ : / ? # % of user and"
                    + " password as %40 %3A %2F %3F %23 %25";

    private static final Pattern SCHEME = Pattern.compile("(?i)(jdbc:postgresql|postgres|postgresql):");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+(?:%25\\w+)?]|[\\w.-]+)(?::(\\d{1,5}))?");
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z_]{1,40}");

    /** What the driver calls the parameters of a DSN. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "sslmode", "sslmode",
            "sslrootcert", "sslrootcert",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "search_path", "currentSchema",
            "target_session_attrs", "targetServerType",
            "user", "user",
            "password", "password");

    private final boolean isJdbc;
    private final Map<String, String> properties = new LinkedHashMap<>();

    private PostgresDsn(boolean isJdbc) {
        this.isJdbc = isJdbc;
    }

    static DatabaseAddress parse(String dsn) {
        Matcher scheme = SCHEME.matcher(dsn);
        if (!scheme.lookingAt()) {
            throw problem(dsn.isEmpty() ? "missing" : "no URL of PostgreSQL");
        }
        boolean isJdbc = scheme.group(1).length() > "postgresql".length();
        return new PostgresDsn(isJdbc).address(dsn.substring(scheme.end()));
    }

    private DatabaseAddress address(String text) {
        int question = text.indexOf('?');
        String rest = question < 0 ? text : text.substring(0, question);
        // JDBC also knows jdbc:postgresql:database, which is on this machine.
        String location = rest.startsWith("//") ? rest.substring(2) : "localhost/" + rest;
        int slash = location.indexOf('/');
        String authority = slash < 0 ? location : location.substring(0, slash);
        int at = authority.lastIndexOf('@');
        credentials(at < 0 ? "" : authority.substring(0, at));
        String hosts = hosts(authority.substring(at + 1));
        if (question >= 0) {
            parameters(text.substring(question + 1));
        }
        String database = database(slash < 0 ? "" : location.substring(slash + 1));
        return new DatabaseAddress(
                DatabaseKind.POSTGRESQL,
                " at " + hosts + "/" + database,
                "jdbc:postgresql://" + hosts + "/"
                        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20"),
                properties,
                null);
    }

    private void credentials(String text) {
        if (!text.isEmpty()) {
            int colon = text.indexOf(':');
            properties.put("user", decoded(colon < 0 ? text : text.substring(0, colon)));
            if (colon >= 0) {
                properties.put("password", decoded(text.substring(colon + 1)));
            }
        }
    }

    private static String hosts(String text) {
        StringBuilder hosts = new StringBuilder();
        for (String each : text.split(",", -1)) {
            Matcher host = HOST.matcher(each.isEmpty() ? "localhost" : each);
            if (!host.matches()) {
                throw problem("no host and port where they belong");
            }
            String port = host.group(2) == null ? "5432" : host.group(2);
            hosts.append(hosts.isEmpty() ? "" : ",")
                    .append(host.group(1))
                    .append(':')
                    .append(port);
        }
        return hosts.toString();
    }

    private String database(String text) {
        String database = decoded(text);
        if (database.contains("/") || database.contains("@")) {
            throw problem("no database where it belongs");
        }
        String user = properties.get("user");
        if (database.isEmpty() && user == null) {
            throw problem("no database");
        }
        return database.isEmpty() && user != null ? user : database;
    }

    private void parameters(String text) {
        for (String each : text.split("&")) {
            int equals = each.indexOf('=');
            String name = each.substring(0, Math.max(equals, 0));
            if (!PARAMETER_NAME.matcher(name).matches()) {
                throw problem("no parameters name=value behind the question mark");
            }
            String known = PARAMETERS.getOrDefault(name, isJdbc ? name : "");
            if (known.isEmpty()) {
                throw new IllegalArgumentException("DB_DSN: parameter " + name + " (expected: one of "
                        + String.join(", ", new TreeSet<>(PARAMETERS.keySet())) + ")");
            }
            String value = decoded(each.substring(equals + 1));
            properties.put(known, known.equals("targetServerType") ? serverType(value) : value);
        }
    }

    private static String serverType(String attributes) {
        return switch (attributes) {
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default -> "any";
        };
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw problem("a % that starts no code");
        }
    }

    /** An error without the DSN and without a cause, both of which may show a password. */
    private static IllegalArgumentException problem(String problem) {
        return new IllegalArgumentException("DB_DSN: " + problem + " (" + FORM + ")");
    }
}
