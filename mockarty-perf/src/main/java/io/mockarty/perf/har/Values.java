package io.mockarty.perf.har;

import io.mockarty.json.Json;
import io.mockarty.perf.har.Use.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes recorded values as JavaScript: as a variable, as a part of the environment, or as they are. */
final class Values {

    private static final String UNRESERVED = "[A-Za-z0-9._~-]*";

    private final Map<String, Variable> variables;
    private final Secrets secrets;
    private final Set<String> used = new HashSet<>();

    Values(Map<String, Variable> variables, Secrets secrets) {
        this.variables = variables;
        this.secrets = secrets;
    }

    /**
     * A value that has a name in the script.
     *
     * @param expression what gives it
     * @param label what stands for it where it would be a value of many, such as the name of a URL
     * @param number whether the expression gives a number
     */
    record Known(String expression, String label, boolean number) {}

    @Nullable
    Known known(Step step, String value, Place place, String name) {
        Variable variable = variables.get(value);
        if (variable != null && variable.step() < step.order() && variable.suits(place, name)) {
            used.add(variable.name());
            return new Known(variable.name(), variable.name(), variable.number());
        }
        String secret = secrets.find(value, name);
        return secret == null ? null : ofEnvironment(secret);
    }

    /** Whether a variable was needed for what was written so far. */
    boolean isUsed(Variable variable) {
        return used.contains(variable.name());
    }

    private static Known ofEnvironment(String name) {
        return new Known("__ENV." + name, name, false);
    }

    /** The expression for a cookie that the script sets. */
    String cookie(Step step, String value) {
        Variable variable = variables.get(value);
        if (variable != null && variable.step() < step.order()) {
            used.add(variable.name());
            return asText(new Known(variable.name(), "", variable.number()));
        }
        String secret = secrets.find(value);
        return secret == null ? JsText.quoted(value) : "__ENV." + secret + " || ''";
    }

    /** An expression that gives a text, whatever the known value is. */
    private static String asText(Known known) {
        return known.number() ? "String(" + known.expression() + ")" : known.expression();
    }

    /** An expression for a text. */
    String text(Step step, String value, Place place, String name) {
        Known whole = known(step, value, place, name);
        if (whole != null) {
            return asText(whole);
        }
        int space = value.indexOf(' ');
        Known credential = space < 0 ? null : known(step, value.substring(space + 1), place, name);
        if (credential != null) {
            return "`" + JsText.inTemplate(value.substring(0, space + 1)) + "${" + credential.expression() + "}`";
        }
        StringBuilder template = new StringBuilder();
        boolean found = pieces(step, Pieces.split(value, false), place, name, template, true);
        return found ? "`" + template + "`" : JsText.quoted(value);
    }

    /** An expression for a text that has named values in it. */
    String raw(Step step, String text) {
        StringBuilder template = new StringBuilder();
        boolean found = false;
        int end = 0;
        for (RawFields.Found field : RawFields.of(text)) {
            Known known = known(step, field.value(), Place.FIELD, field.name());
            if (known != null) {
                found |= pieces(
                        step, Pieces.split(text.substring(end, field.start()), false), Place.FIELD, "", template, true);
                template.append("${").append(known.expression()).append('}');
                found = true;
                end = field.end();
            }
        }
        found |= pieces(step, Pieces.split(text.substring(end), false), Place.FIELD, "", template, true);
        return found ? "`" + template + "`" : JsText.quoted(text);
    }

    private boolean pieces(
            Step step, List<Pieces.Piece> pieces, Place place, String name, StringBuilder out, boolean split) {
        boolean found = false;
        for (Pieces.Piece piece : pieces) {
            Known known = piece.word() ? known(step, piece.text(), place, name) : null;
            if (known != null) {
                out.append("${").append(known.expression()).append('}');
                found = true;
            } else if (piece.word() && split) {
                found |= pieces(step, Pieces.split(piece.text(), true), place, name, out, false);
            } else {
                out.append(JsText.inTemplate(piece.text()));
            }
        }
        return found;
    }

    /** A segment of a path or a value of a query within a template, encoded as it was. */
    String inUrl(Step step, String raw, boolean query, String name) {
        String value = HarUrl.decode(raw, query);
        Known known = known(step, value, query ? Place.QUERY : Place.PATH, name);
        if (known == null) {
            return JsText.inTemplate(raw);
        }
        boolean plain = value.matches(UNRESERVED);
        return plain ? "${" + known.expression() + "}" : "${encodeURIComponent(" + known.expression() + ")}";
    }

    /** The path with names in place of known values; the same as the path when there are none. */
    String pathName(Step step) {
        StringBuilder name = new StringBuilder();
        for (String segment : step.entry().request().url().segments()) {
            String value = HarUrl.decode(segment, false);
            Known known = known(step, value, Place.PATH, "");
            name.append('/').append(known == null ? value : "{" + known.label() + "}");
        }
        return name.toString();
    }

    /** A value of JSON: a text or a number. */
    String json(Step step, Object value, String name) {
        String text = Json.text(value);
        Known known = value instanceof Number ? known(step, text, Place.FIELD, name) : null;
        if (known != null) {
            return known.number() ? known.expression() : "Number(" + known.expression() + ")";
        }
        return value instanceof String string ? text(step, string, Place.FIELD, name) : text;
    }
}
