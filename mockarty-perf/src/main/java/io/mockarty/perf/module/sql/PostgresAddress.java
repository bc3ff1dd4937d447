package io.mockarty.perf.module.sql;

import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ServerUrl;
import io.mockarty.perf.module.TlsOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is and how to log in, as the two forms of {@code libpq} write it. Only settings with no power over
 * this machine are taken; those of the driver could load classes and read files.
 */
record PostgresAddress(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> settings) {

    private static final int STANDARD_PORT = 5432;
    private static final String DATABASE = "dbname";
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final List<String> SETTINGS =
            List.of("sslmode", "connect_timeout", "application_name", "search_path", "statement_timeout");
    private static final Pattern PAIR =
            Pattern.compile("\\G\\s*([a-z_]+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|[^\\s']*)\\s*");

    static PostgresAddress parse(String where, String dsn) {
        PostgresAddress address = dsn.contains("://") ? ofUrl(where, dsn) : ofPairs(where, dsn);
        address.check(where);
        return address;
    }

    private static PostgresAddress ofUrl(String where, String dsn) {
        ServerUrl url = ServerUrl.parse(where, dsn, List.of("postgres", "postgresql"));
        Map<String, String> settings = new LinkedHashMap<>(url.query());
        if (!url.path().isEmpty()) {
            settings.put(DATABASE, url.path());
        }
        String user = settings.remove("user");
        String password = settings.remove("password");
        return new PostgresAddress(
                url.host(),
                url.portOr(STANDARD_PORT),
                url.user() == null ? user : url.user(),
                url.password() == null ? password : url.password(),
                settings);
    }

    private static PostgresAddress ofPairs(String where, String dsn) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(dsn);
        int end = 0;
        while (pair.find()) {
            String value = pair.group(2);
            boolean quoted = value.startsWith("'");
            String plain = quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
            settings.put(pair.group(1), plain);
            end = pair.end();
        }
        if (end != dsn.length() || settings.isEmpty()) {
            throw new ScriptException(where
                    + ": a malformed address (expected: postgres://user:password@host:port/database"
                    + " or host=... port=... user=... password=... dbname=...)");
        }
        String host = Objects.requireNonNullElse(settings.remove("host"), "localhost");
        String port = Objects.requireNonNullElse(settings.remove("port"), String.valueOf(STANDARD_PORT));
        String user = settings.remove("user");
        String password = settings.remove("password");
        return new PostgresAddress(host, number(where, "port", port), user, password, settings);
    }

    private void check(String where) {
        for (String name : settings.keySet()) {
            if (!SETTINGS.contains(name) && !name.equals(DATABASE)) {
                throw new ScriptException(
                        where + ": setting " + name + " (expected: " + String.join(", ", SETTINGS) + ")");
            }
        }
        String mode = settings.get("sslmode");
        if (mode != null && !SSL_MODES.contains(mode)) {
            throw new ScriptException(
                    where + ": sslmode \"" + mode + "\" (expected: " + String.join(", ", SSL_MODES) + ")");
        }
        for (String name : List.of("connect_timeout", "statement_timeout")) {
            String value = settings.get(name);
            if (value != null) {
                number(where, name, value);
            }
        }
    }

    private static int number(String where, String name, String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new ScriptException(where + ": " + name + " \"" + text + "\" (expected: a whole number)", e);
        }
    }

    /** The same with the option {@code tls} of the script, which is stronger than {@code sslmode} when it is there. */
    PostgresAddress withTls(@Nullable TlsOptions tls) {
        if (tls == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(settings);
        String encrypted = tls.verify() ? "verify-full" : "require";
        more.put("sslmode", tls.enabled() ? encrypted : "disable");
        if (tls.authorities() != null) {
            more.put("ca", tls.authorities());
        }
        return new PostgresAddress(host, port, user, password, more);
    }

    @Nullable
    String database() {
        return settings.get(DATABASE);
    }

    /** The names of the host and the port, which are no secrets. */
    String place() {
        return host + ":" + port;
    }
}
