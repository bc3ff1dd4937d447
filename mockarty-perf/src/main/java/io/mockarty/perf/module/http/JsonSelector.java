package io.mockarty.perf.module.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The selectors of {@code response.json(selector)}: the part of the GJSON path syntax that scripts use. Names and
 * indexes with dots between, {@code \.} for a dot in a name, {@code #} for the length of an array or for each of its
 * elements, {@code #(name=="value")} for the first that matches and {@code #(...)#} for all that do.
 */
final class JsonSelector {

    private static final Pattern QUERY = Pattern.compile("#\\((.*?)(==|!=|<=|>=|<|>)(.*)\\)(#?)");

    private JsonSelector() {}

    /** What a selector finds, or null when it finds nothing. */
    static @Nullable Object select(@Nullable Object json, String selector) {
        return select(json, segments(selector), 0);
    }

    private static @Nullable Object select(@Nullable Object json, List<String> segments, int index) {
        if (index == segments.size() || json == null) {
            return json;
        }
        String segment = segments.get(index);
        if (json instanceof List<?> list) {
            return inList(list, segments, index, segment);
        }
        return json instanceof Map<?, ?> map && map.containsKey(segment)
                ? select(map.get(segment), segments, index + 1)
                : null;
    }

    private static @Nullable Object inList(List<?> list, List<String> segments, int index, String segment) {
        if (segment.equals("#")) {
            return index == segments.size() - 1 ? (Object) (long) list.size() : each(list, segments, index + 1);
        }
        Matcher query = QUERY.matcher(segment);
        if (query.matches()) {
            List<@Nullable Object> matching = new ArrayList<>();
            for (Object element : list) {
                if (matches(element, query)) {
                    matching.add(element);
                }
            }
            if (!query.group(4).isEmpty()) {
                return index == segments.size() - 1 ? matching : each(matching, segments, index + 1);
            }
            return matching.isEmpty() ? null : select(matching.get(0), segments, index + 1);
        }
        if (!segment.matches("[0-9]{1,9}") || Integer.parseInt(segment) >= list.size()) {
            return null;
        }
        return select(list.get(Integer.parseInt(segment)), segments, index + 1);
    }

    private static List<@Nullable Object> each(List<?> list, List<String> segments, int index) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object element : list) {
            Object selected = select(element, segments, index);
            if (selected != null) {
                found.add(selected);
            }
        }
        return found;
    }

    private static boolean matches(@Nullable Object element, Matcher query) {
        Object actual = query.group(1).isBlank()
                ? element
                : select(element, segments(query.group(1).strip()), 0);
        String wanted = query.group(3).strip();
        if (actual == null) {
            return false;
        }
        boolean quoted = wanted.length() > 1 && wanted.startsWith("\"") && wanted.endsWith("\"");
        int order = !quoted && actual instanceof Number number
                ? Double.compare(number.doubleValue(), number(wanted))
                : String.valueOf(actual).compareTo(quoted ? wanted.substring(1, wanted.length() - 1) : wanted);
        return switch (query.group(2)) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Splits at dots that are neither escaped nor within the parentheses of a query. */
    private static List<String> segments(String selector) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < selector.length(); i++) {
            char character = selector.charAt(i);
            if (character == '\\' && i + 1 < selector.length()) {
                segment.append(selector.charAt(++i));
            } else if (character == '.' && depth == 0) {
                segments.add(segment.toString());
                segment.setLength(0);
            } else {
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
                segment.append(character);
            }
        }
        segments.add(segment.toString());
        return segments;
    }
}
