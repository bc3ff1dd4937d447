package io.mockarty.perf.module.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for operations of GraphQL. */
final class GraphQlNames {

    /** Comments and strings are matched so that what they contain is not. */
    private static final Pattern TOKEN = Pattern.compile(
            "#[^\\r\\n]*|\"\"\"(?:\\\\\"\"\"|.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\r\\n])*\"|[_A-Za-z][_0-9A-Za-z]*|[^\\s,]",
            Pattern.DOTALL);

    private GraphQlNames() {}

    /** The name of the first operation of a document; for one without a name that of its first field. */
    static String of(String document) {
        List<String> tokens = tokens(document);
        int at = 0;
        while (at < tokens.size()) {
            String token = tokens.get(at);
            if (token.equals("fragment")) {
                at = afterBraces(tokens, at);
                continue;
            }
            if (token.equals("query") || token.equals("mutation") || token.equals("subscription")) {
                String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
                return isName(next) ? next : firstField(tokens, at, token);
            }
            return firstField(tokens, at, "query");
        }
        return "query";
    }

    private static List<String> tokens(String document) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(document);
        while (token.find()) {
            if (token.group().charAt(0) != '#') {
                tokens.add(token.group());
            }
        }
        return tokens;
    }

    private static int afterBraces(List<String> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).equals("{")) {
                depth++;
            } else if (tokens.get(i).equals("}") && --depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    /** Variables come in parentheses, and may have default values with braces. */
    private static String firstField(List<String> tokens, int from, String otherwise) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals("(")) {
                depth++;
            } else if (token.equals(")")) {
                depth--;
            } else if (token.equals("{") && depth == 0) {
                String first = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
                boolean alias = i + 3 < tokens.size() && tokens.get(i + 2).equals(":");
                String field = alias ? tokens.get(i + 3) : first;
                return isName(field) ? field : otherwise;
            }
        }
        return otherwise;
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && (token.charAt(0) == '_' || Character.isLetter(token.charAt(0)));
    }
}
