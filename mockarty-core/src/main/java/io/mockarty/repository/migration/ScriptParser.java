package io.mockarty.repository.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text of a script into the statements for one database; the package says what a script looks like. */
final class ScriptParser {

    private static final Pattern ONLY = Pattern.compile("--only:(\\S*)\\s(.*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final String DOLLAR_QUOTE = "$$";

    private final String file;
    private final SchemaDialect dialect;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private boolean quoted;

    private ScriptParser(String file, SchemaDialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    /**
     * Reads a script.
     *
     * @param file its name, for errors
     * @param text its text
     * @param dialect the database
     * @return the statements, without the semicolons at their ends
     */
    static List<String> statements(String file, String text, SchemaDialect dialect) {
        ScriptParser parser = new ScriptParser(file, dialect);
        text.lines().forEach(parser::line);
        return parser.end();
    }

    private void line(String raw) {
        String line = own(raw).stripTrailing();
        if (line.isBlank() || line.stripLeading().startsWith("--")) {
            return;
        }
        statement.append(statement.isEmpty() ? "" : "\n").append(substitute(line));
        quoted ^= occurrences(line) % 2 == 1;
        if (!quoted && line.endsWith(";")) {
            statement.setLength(statement.length() - 1);
            statements.add(statement.toString());
            statement.setLength(0);
        }
    }

    /** The part of a line that is meant for this database. */
    private String own(String line) {
        Matcher only = ONLY.matcher(line);
        if (!only.matches()) {
            return line;
        }
        List<String> meant = List.of(only.group(1).split(","));
        List<String> known = Arrays.stream(SchemaDialect.values())
                .map(SchemaDialect::literal)
                .toList();
        for (String name : meant) {
            if (!known.contains(name)) {
                throw problem("--only:" + name + " (expected: " + String.join(", ", known) + ")");
            }
        }
        return meant.contains(dialect.literal()) ? only.group(2) : "";
    }

    private String substitute(String line) {
        return PLACEHOLDER.matcher(line).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String value = dialect.placeholders().get(found.group(1));
        if (value == null) {
            String known =
                    String.join(", ", new TreeSet<>(dialect.placeholders().keySet()));
            throw problem(found.group() + " (expected: one of " + known + ")");
        }
        return value;
    }

    private static int occurrences(String line) {
        return line.split(Pattern.quote(DOLLAR_QUOTE), -1).length - 1;
    }

    private List<String> end() {
        if (!statement.isEmpty()) {
            throw problem("\"" + statement + "\" (expected: ; at the end of the last line)");
        }
        return List.copyOf(statements);
    }

    private MigrationException problem(String problem) {
        return new MigrationException(dialect.product(), file + ": " + problem);
    }
}
