package io.mockarty.perf.har;

/** Texts as JavaScript writes them. */
final class JsText {

    private JsText() {}

    /** A string between single quotes. */
    static String quoted(String text) {
        return "'" + escaped(text, '\'') + "'";
    }

    /** A stretch of a template literal, without the backticks. */
    static String inTemplate(String text) {
        return escaped(text, '`').replace("${", "\\${");
    }

    /** A text that may stand in a comment of one line. */
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    private static String escaped(String text, char quote) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character == quote) {
                        out.append('\\').append(character);
                    } else if (isUnsafe(text, i)) {
                        out.append("\\u").append(String.format("%04x", (int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        return out.toString();
    }

    private static boolean isUnsafe(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return Character.isISOControl(character)
                || character == '\u2028'
                || character == '\u2029'
                || character == '\uFEFF'
                || Character.getType(character) == Character.FORMAT;
    }
}
