package io.mockarty.perf.har;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that an HTML page carries for the next request: hidden fields of forms, and tokens in {@code meta}. */
final class Markup {

    private static final Pattern TAG = Pattern.compile("(?is)<(input|meta)\\b((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?s)([\\w:.-]+)\\s*=\\s*(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]+))");

    private Markup() {}

    /** A named value in a page. */
    record Value(boolean meta, String name, String value) {}

    static List<Value> values(String html) {
        List<Value> values = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            boolean meta = tag.group(1).equalsIgnoreCase("meta");
            String name = "";
            String value = "";
            String type = "";
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
            while (attribute.find()) {
                String text = attribute.group(2) != null
                        ? attribute.group(2)
                        : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
                switch (attribute.group(1).toLowerCase(Locale.ROOT)) {
                    case "name" -> name = unescaped(text);
                    case "value", "content" -> value = unescaped(text);
                    case "type" -> type = text;
                    default -> {}
                }
            }
            if (!name.isEmpty() && !value.isEmpty() && (meta || type.equalsIgnoreCase("hidden"))) {
                values.add(new Value(meta, name, value));
            }
        }
        return values;
    }

    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&quot;", "\"")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&#x27;", "'")
                        .replace("&#x2F;", "/")
                        .replace("&#43;", "+")
                        .replace("&#x3D;", "=")
                        .replace("&#61;", "=")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
    }
}
