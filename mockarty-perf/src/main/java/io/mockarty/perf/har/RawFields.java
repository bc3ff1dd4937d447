package io.mockarty.perf.har;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Named values in a text that nothing takes apart: members of broken or embedded JSON, and elements of XML. */
final class RawFields {

    private static final Pattern FIELD =
            Pattern.compile("\"(?<member>[^\"\\\\\\n]{1,100}+)\"\\s*+:\\s*+\"(?<text>[^\"\\\\\\n]++)\""
                    + "|<(?:[\\w.-]{1,100}:)?(?<element>[\\w.-]{1,100})(?:\\s[^<>]*+)?>(?<content>[^<>]++)</");

    private RawFields() {}

    /**
     * A named value.
     *
     * @param name what it is called
     * @param value the value as it is spelled
     * @param start where the value begins in the text
     */
    record Found(String name, String value, int start) {

        int end() {
            return start + value.length();
        }
    }

    static List<Found> of(String text) {
        List<Found> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            boolean json = field.group("member") != null;
            String name = field.group(json ? "member" : "element");
            fields.add(new Found(name, field.group(json ? "text" : "content"), field.start(json ? "text" : "content")));
        }
        return fields;
    }
}
