package io.mockarty.perf.module.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with placeholders as PostgreSQL writes them, in the words of JDBC.
 *
 * @param jdbc the text with question marks for placeholders
 * @param order for each question mark the parameter, counted from 1
 * @param parameters how many parameters it takes
 * @param route what it does to which table, such as {@code SQL SELECT users}
 * @param opens whether it begins a transaction that it does not end
 */
record Statement(String jdbc, List<Integer> order, int parameters, String route, boolean opens) {

    private static final Set<String> BEFORE_TABLES = Set.of("FROM", "INTO", "UPDATE", "TABLE", "JOIN");
    private static final Set<String> BETWEEN = Set.of("ONLY", "IF", "NOT", "EXISTS", "LATERAL");
    private static final Set<String> SUBQUERIES = Set.of("SELECT", "VALUES", "WITH");
    private static final Set<String> WRITING = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(?:\\.[A-Za-z_][A-Za-z0-9_$]*)*");

    static Statement parse(String sql) {
        return new Reader(sql).read();
    }

    /** Goes through the text once; strings, quoted names and comments are passed over. */
    private static final class Reader {

        private final String sql;
        private final StringBuilder jdbc = new StringBuilder();

        /** The statement without strings and comments. */
        private final StringBuilder bare = new StringBuilder();

        private final List<Integer> order = new ArrayList<>();
        private int highest;
        private int at;

        Reader(String sql) {
            this.sql = sql;
        }

        Statement read() {
            while (at < sql.length()) {
                char letter = sql.charAt(at);
                if (letter == '\'') {
                    pass(endOfString(isEscapeString()));
                } else if (letter == '"') {
                    name();
                } else if (sql.startsWith("--", at)) {
                    int line = sql.indexOf('\n', at);
                    pass(line < 0 ? sql.length() : line);
                } else if (sql.startsWith("/*", at)) {
                    pass(endOfComment());
                } else if (letter == '$' && !isInName()) {
                    dollar();
                } else {
                    // A question mark is an operator here; JDBC wants it twice.
                    jdbc.append(letter == '?' ? "??" : String.valueOf(letter));
                    bare.append(letter);
                    at++;
                }
            }
            return new Statement(jdbc.toString(), List.copyOf(order), highest, route(), opens());
        }

        private void pass(int end) {
            jdbc.append(sql, at, end);
            bare.append(' ');
            at = end;
        }

        private void name() {
            int end = sql.indexOf('"', at + 1);
            end = end < 0 ? sql.length() : end + 1;
            bare.append(sql, at + 1, Math.max(at + 1, end - 1));
            jdbc.append(sql, at, end);
            at = end;
        }

        private boolean isEscapeString() {
            boolean marked = at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e');
            return marked && (at == 1 || !Character.isJavaIdentifierPart(sql.charAt(at - 2)));
        }

        private boolean isInName() {
            return at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1)) && sql.charAt(at - 1) != '$';
        }

        private int endOfString(boolean escapes) {
            int end = at + 1;
            while (end < sql.length()) {
                char letter = sql.charAt(end);
                if (escapes && letter == '\\') {
                    end++;
                } else if (letter == '\'') {
                    return end + 1;
                }
                end++;
            }
            return sql.length();
        }

        private int endOfComment() {
            int depth = 0;
            int end = at;
            while (end < sql.length()) {
                if (sql.startsWith("/*", end)) {
                    depth++;
                    end += 2;
                } else if (sql.startsWith("*/", end)) {
                    depth--;
                    end += 2;
                    if (depth == 0) {
                        return end;
                    }
                } else {
                    end++;
                }
            }
            return sql.length();
        }

        /** A placeholder, or a string between {@code $$} or {@code $tag$}. */
        private void dollar() {
            int end = at + 1;
            while (end < sql.length() && Character.isDigit(sql.charAt(end)) && end - at <= 5) {
                end++;
            }
            if (end > at + 1) {
                int number = Integer.parseInt(sql.substring(at + 1, end));
                order.add(number);
                highest = Math.max(highest, number);
                jdbc.append('?');
                bare.append('?');
                at = end;
                return;
            }
            while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end)) && sql.charAt(end) != '$') {
                end++;
            }
            if (end < sql.length() && sql.charAt(end) == '$') {
                String tag = sql.substring(at, end + 1);
                int close = sql.indexOf(tag, end + 1);
                pass(close < 0 ? sql.length() : close + tag.length());
            } else {
                jdbc.append('$');
                bare.append('$');
                at++;
            }
        }

        private String route() {
            Matcher word = NAME.matcher(bare);
            String verb = "";
            boolean tableNext = false;
            while (word.find()) {
                String upper = word.group().toUpperCase(Locale.ROOT);
                if (verb.isEmpty() || verb.equals("WITH") && WRITING.contains(upper)) {
                    verb = upper;
                    tableNext = upper.equals("UPDATE");
                } else if (tableNext && SUBQUERIES.contains(upper)) {
                    tableNext = false;
                } else if (tableNext && !BETWEEN.contains(upper)) {
                    return "SQL " + verb + " " + word.group();
                } else if (!tableNext) {
                    tableNext = BEFORE_TABLES.contains(upper) && !verb.equals("WITH");
                }
            }
            return verb.isEmpty() ? "SQL" : "SQL " + verb;
        }

        private boolean opens() {
            String words = bare.toString().strip().toUpperCase(Locale.ROOT);
            boolean begins = words.startsWith("BEGIN") || words.startsWith("START TRANSACTION");
            return begins && !words.contains("COMMIT") && !words.contains("ROLLBACK") && !words.contains("END");
        }
    }
}
