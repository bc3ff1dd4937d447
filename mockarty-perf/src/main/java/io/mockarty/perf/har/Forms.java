package io.mockarty.perf.har;

import io.mockarty.perf.har.HarEntry.Body;
import io.mockarty.perf.har.HarEntry.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of forms, whether the recorder took them apart or left them as text. */
final class Forms {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";,]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*(\\S.*?)\\s*$");

    private Forms() {}

    /** The fields with their values decoded; none when the body is no form. */
    static List<Part> parts(Body body) {
        if (body.isForm()) {
            return body.text().isEmpty() ? decoded(body.parts()) : ofText(body.text());
        }
        if (body.isMultipart()) {
            return body.parts().isEmpty() ? ofMultipart(body) : body.parts();
        }
        return List.of();
    }

    /** Recorders disagree about whether the values of {@code params} are encoded; a percent sign or plus tells. */
    private static List<Part> decoded(List<Part> parts) {
        return parts.stream()
                .map(part -> new Part(
                        HarUrl.decode(part.name(), true),
                        part.value() == null ? "" : HarUrl.decode(part.value(), true),
                        null,
                        ""))
                .toList();
    }

    private static List<Part> ofText(String text) {
        List<Part> parts = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!pair.isEmpty()) {
                parts.add(new Part(HarUrl.decode(name, true), HarUrl.decode(value, true), null, ""));
            }
        }
        return parts;
    }

    private static List<Part> ofMultipart(Body body) {
        Matcher boundary = BOUNDARY.matcher(body.type());
        List<Part> parts = new ArrayList<>();
        if (!boundary.find()) {
            return parts;
        }
        for (String section :
                body.text().split(Pattern.quote("--" + boundary.group(1).strip()), -1)) {
            int headerEnd = section.indexOf("\r\n\r\n");
            int length = 4;
            if (headerEnd < 0) {
                headerEnd = section.indexOf("\n\n");
                length = 2;
            }
            if (headerEnd >= 0) {
                String headers = section.substring(0, headerEnd);
                String content = section.substring(headerEnd + length).replaceFirst("\r?\n\\z", "");
                part(parts, headers, content);
            }
        }
        return parts;
    }

    private static void part(List<Part> parts, String headers, String content) {
        Matcher name = NAME.matcher(headers);
        Matcher file = FILE.matcher(headers);
        Matcher type = TYPE.matcher(headers);
        if (!name.find()) {
            return;
        }
        boolean isFile = file.find();
        parts.add(new Part(
                name.group(1),
                isFile && content.isEmpty() ? null : content,
                isFile ? file.group(1) : null,
                type.find() ? type.group(1) : ""));
    }
}
