package io.mockarty.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON values as text (RFC 8259). */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private JsonWriter() {}

    static void compact(StringBuilder out, @Nullable Object value) {
        if (value instanceof String string) {
            string(out, string);
        } else if (value instanceof Map<?, ?> object) {
            char separator = '{';
            for (Map.Entry<?, ?> member : object.entrySet()) {
                out.append(separator);
                string(out, (String) member.getKey());
                out.append(':');
                compact(out, member.getValue());
                separator = ',';
            }
            out.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> array) {
            char separator = '[';
            for (Object element : array) {
                out.append(separator);
                compact(out, element);
                separator = ',';
            }
            out.append(array.isEmpty() ? "[]" : "]");
        } else {
            out.append(value);
        }
    }

    static void pretty(StringBuilder out, @Nullable Object value, int level) {
        if (value instanceof Map<?, ?> object && !object.isEmpty()) {
            String separator = "{";
            for (Map.Entry<?, ?> member : object.entrySet()) {
                newLine(out.append(separator), level + 1);
                string(out, (String) member.getKey());
                out.append(": ");
                pretty(out, member.getValue(), level + 1);
                separator = ",";
            }
            newLine(out, level).append('}');
        } else if (value instanceof List<?> array && !array.isEmpty()) {
            String separator = "[";
            for (Object element : array) {
                newLine(out.append(separator), level + 1);
                pretty(out, element, level + 1);
                separator = ",";
            }
            newLine(out, level).append(']');
        } else {
            compact(out, value);
        }
    }

    private static StringBuilder newLine(StringBuilder out, int level) {
        return out.append('\n').append("  ".repeat(level));
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        escape(out, text);
        out.append('"');
    }

    static void escape(StringBuilder out, String text) {
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) && isAlone(text, i)) {
                out.append(text, clean, i);
                escape(out, c);
                clean = i + 1;
            }
        }
        out.append(text, clean, text.length());
    }

    /** Half a character, which UTF-8 cannot express. */
    private static boolean isAlone(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >> shift & 15));
                }
            }
        }
    }
}
