package io.mockarty.perf.har;

import io.mockarty.json.Json;
import io.mockarty.perf.har.HarEntry.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values that a response has and that requests send only afterwards. */
final class Correlation {

    private static final int VAGUE_BELOW = 6;
    private static final int RANDOM_FROM = 12;
    private static final int LONG_FROM = 16;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern RANDOM = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[^\\s]+");

    private final Map<Integer, Step> byEntry = new HashMap<>();
    private final Map<String, List<Sent>> sent = new HashMap<>();
    private final Map<String, Found> found = new LinkedHashMap<>();

    private Correlation(List<Step> steps) {
        for (Step step : steps) {
            byEntry.put(step.last().index(), step);
            for (Use use : Use.of(step.entry().request())) {
                for (String piece : Pieces.of(use.value())) {
                    sent.computeIfAbsent(piece, missing -> new ArrayList<>()).add(new Sent(step.order(), use));
                }
            }
        }
    }

    /** A value in a request. */
    private record Sent(int step, Use use) {}

    /** A value in a response. */
    private record Found(Step step, Found.Kind kind, String selector, String name, boolean number) {

        enum Kind {
            JSON,
            COOKIE,
            INPUT,
            META
        }
    }

    /**
     * The variables of a script, by the value that they had in the recording.
     *
     * @param file the HAR, which is read once more
     * @param steps the requests of the script
     */
    static Map<String, Variable> of(Path file, List<Step> steps) throws InvalidHarException, IOException {
        Correlation correlation = new Correlation(steps);
        for (Step step : steps) {
            for (Field cookie : step.last().response().cookies()) {
                correlation.offer(
                        cookie.value(), new Found(step, Found.Kind.COOKIE, cookie.name(), cookie.name(), false));
            }
        }
        HarStream.read(file, correlation.new Bodies(), correlation.byEntry::containsKey);
        return correlation.variables();
    }

    /** Looks into the bodies of responses, one after the other. */
    private final class Bodies implements HarStream.Visitor {

        @Override
        public void creator(@Nullable Object creator) {
            // known from the first reading
        }

        @Override
        public void page(int index, @Nullable Object page) {
            // known from the first reading
        }

        @Override
        public void entry(int index, @Nullable Object entry) {
            Step step = byEntry.get(index);
            if (step == null
                    || !(entry instanceof Map<?, ?> map)
                    || !(map.get("response") instanceof Map<?, ?> response)
                    || !(response.get("content") instanceof Map<?, ?> content)
                    || !(content.get("text") instanceof String text)) {
                return;
            }
            String body = "base64".equals(content.get("encoding")) ? decoded(text) : text;
            Object json = isMarkup(body) ? null : Use.json(body);
            if (json != null) {
                leaves(step, json, "", "");
            } else {
                hiddenFields(step, body);
            }
        }

        private boolean isMarkup(String body) {
            return body.stripLeading().startsWith("<");
        }

        private String decoded(String text) {
            try {
                return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }

    private void leaves(Step step, @Nullable Object json, String path, String name) {
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String member = String.valueOf(key);
                leaves(step, value, join(path, escaped(member)), member);
            });
        } else if (json instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                leaves(step, list.get(i), join(path, Integer.toString(i)), name);
            }
        } else if (!path.isEmpty() && (json instanceof String || json instanceof Number)) {
            offer(Json.text(json), new Found(step, Found.Kind.JSON, path, name, json instanceof Number));
        }
    }

    private static String join(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    /** A dot would divide the path, and the others have a meaning in it. */
    private static String escaped(String member) {
        return member.replaceAll("[\\\\.*?|#@!{}\\[\\]():<>=%]", "\\\\$0");
    }

    private void hiddenFields(Step step, String html) {
        for (Markup.Value value : Markup.values(html)) {
            Found.Kind kind = value.meta() ? Found.Kind.META : Found.Kind.INPUT;
            offer(value.value(), new Found(step, kind, value.name(), value.name(), false));
        }
    }

    private void offer(String value, Found candidate) {
        List<Sent> uses = sent.get(value);
        if (uses == null || !isLikely(value, candidate.name(), uses)) {
            return;
        }
        int order = candidate.step().order();
        // What was sent before it came is the user's or the page's own.
        if (uses.get(0).step() <= order) {
            return;
        }
        Found known = found.get(value);
        if (known == null || order < known.step().order()) {
            found.put(value, candidate);
        }
    }

    private static boolean isLikely(String value, String name, List<Sent> uses) {
        if (value.isEmpty()) {
            return false;
        }
        if (Names.isToken(name) && isDistinct(value, name)) {
            return !isVague(value)
                    || uses.stream()
                            .map(Sent::use)
                            .anyMatch(use -> use.place() == Use.Place.PATH || Names.isToken(use.name()));
        }
        return value.length() >= RANDOM_FROM && RANDOM.matcher(value).matches();
    }

    /** Words such as {@code active} are nobody's token, whatever they are called. */
    private static boolean isDistinct(String value, String name) {
        return value.length() >= LONG_FROM || DIGIT.matcher(value).find() || Names.isSecret(name);
    }

    private static boolean isVague(String value) {
        return value.length() < VAGUE_BELOW;
    }

    private Map<String, Variable> variables() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        Names names = new Names();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().step().order()))
                .forEach(entry -> variables.put(entry.getKey(), variable(entry.getKey(), entry.getValue(), names)));
        return variables;
    }

    private static Variable variable(String value, Found from, Names names) {
        String name = from.name().equalsIgnoreCase("id") ? resource(from) + "Id" : Names.camel(from.name());
        String selector = JsText.quoted(from.selector());
        String attribute = from.selector().replace("\\", "\\\\").replace("\"", "\\\"");
        String extraction = switch (from.kind()) {
            case JSON -> "res.json(" + selector + ")";
            case COOKIE -> "res.cookies[" + selector + "][0].value";
            case INPUT -> "res.html(" + JsText.quoted("input[name=\"" + attribute + "\"]") + ").attr('value')";
            case META -> "res.html(" + JsText.quoted("meta[name=\"" + attribute + "\"]") + ").attr('content')";
        };
        String source = switch (from.kind()) {
            case JSON -> from.selector();
            case COOKIE -> "cookie " + from.selector();
            case INPUT -> "hidden field " + from.selector();
            case META -> "meta " + from.selector();
        };
        return new Variable(
                names.unique(name, ""), from.step().order(), extraction, source, from.number(), isVague(value));
    }

    /** What an {@code id} is the id of: the object around it in the JSON, or the resource that was asked for. */
    private static String resource(Found from) {
        String[] path = from.selector().split("\\.");
        for (int i = path.length - 2; i >= 0; i--) {
            if (!path[i].matches("[0-9]+|data|items|results|result|content|payload|response")) {
                return singular(Names.camel(path[i]));
            }
        }
        List<String> segments = from.step().entry().request().url().segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).matches("[A-Za-z][A-Za-z_-]*")) {
                return singular(Names.camel(segments.get(i)));
            }
        }
        return "item";
    }

    private static String singular(String name) {
        if (name.endsWith("ies") && name.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        boolean plural = name.endsWith("s") && !name.endsWith("ss") && !name.endsWith("us") && name.length() > 3;
        return plural ? name.substring(0, name.length() - 1) : name;
    }
}
