package io.mockarty.perf.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML in which every text and attribute is escaped. For one thread. */
final class Html {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param tag its name
     * @param attributes names and values in turn; an attribute whose value is empty is left out
     */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes what was opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** The heading of a row. Names such as {@code http_req_duration} may be broken after their underscores. */
    Html rowHeading(String name) {
        open("th", "scope", "row");
        String[] words = name.split("(?<=_)", -1);
        for (int i = 0; i < words.length; i++) {
            out.append(i == 0 ? "" : "<wbr>");
            escape(words[i]);
        }
        return close();
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(character);
                default -> out.append(isAllowed(text, i) ? character : REPLACEMENT);
            }
        }
    }

    private static boolean isAllowed(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return !Character.isISOControl(character);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
