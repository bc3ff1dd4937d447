package io.mockarty.perf.har;

import io.mockarty.perf.har.HarEntry.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that a script takes from its environment, so that it can be shown to others. */
final class Secrets {

    private static final Pattern SCHEME =
            Pattern.compile("(?i)(bearer|basic|token|digest|apikey|negotiate)\\s+(\\S.*)");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*");
    private static final Pattern RANDOM = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z]).{8,}|.{20,}");

    private final Map<String, Variable> variables;
    private final CookiePlan cookies;
    private final Map<String, String> byValue = new HashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Names names = new Names();

    private Secrets(Map<String, Variable> variables, CookiePlan cookies) {
        this.variables = variables;
        this.cookies = cookies;
    }

    static Secrets of(List<Step> steps, Map<String, Variable> variables, CookiePlan cookies) {
        Secrets secrets = new Secrets(variables, cookies);
        steps.forEach(secrets::add);
        return secrets;
    }

    /** Where each value stood, by the name that the environment has for it. */
    Map<String, String> origins() {
        return origins;
    }

    /**
     * The name that the environment has for a value, or null when it is no secret there.
     *
     * @param value the value
     * @param name what it is called where it stands
     */
    @Nullable
    String find(String value, String name) {
        String found = byValue.get(value);
        boolean certain = Names.isSecret(name) || RANDOM.matcher(value).matches();
        return found != null && certain ? found : null;
    }

    /** The name that the environment has for the value of a cookie or of a part of a URL, or null. */
    @Nullable
    String find(String value) {
        return byValue.get(value);
    }

    private void add(Step step) {
        String request = step.entry().request().method() + " "
                + JsText.comment(HarUrl.decode(step.entry().request().url().path(), false));
        String user = step.entry().request().url().user();
        if (!user.isEmpty()) {
            put(
                    HarUrl.decode(user.replaceFirst(".*?:", ""), false),
                    "URL_PASSWORD",
                    "password in the URL of " + request);
        }
        for (Field cookie : cookies.before(step)) {
            if (!isVariable(cookie.value(), step)) {
                put(
                        cookie.value(),
                        "COOKIE_" + Names.constant(cookie.name()),
                        "cookie " + cookie.name() + " of " + request);
            }
        }
        for (Use use : Use.of(step.entry().request())) {
            if (use.place() != Use.Place.COOKIE && !use.value().isEmpty()) {
                add(use, step, request);
            }
        }
    }

    private void add(Use use, Step step, String request) {
        String kind = switch (use.place()) {
            case PATH, COOKIE -> "path";
            case QUERY -> "parameter " + use.name();
            case HEADER -> "header " + use.name();
            case FIELD -> "field " + use.name();
        };
        String where = kind + " of " + request;
        Matcher scheme = SCHEME.matcher(use.value());
        if (use.place() == Use.Place.HEADER && scheme.matches()) {
            String credential = scheme.group(2).strip();
            String name = switch (scheme.group(1).toLowerCase(java.util.Locale.ROOT)) {
                case "bearer" -> "BEARER_TOKEN";
                case "basic" -> "BASIC_CREDENTIALS";
                default -> Names.constant(use.name());
            };
            if (!isVariable(credential, step) && !isVariable(use.value(), step)) {
                put(credential, name, where);
            }
        } else if (Names.isSecret(use.name()) && !isPlain(use.value()) && !isVariable(use.value(), step)) {
            put(use.value(), Names.constant(use.name()), where);
        } else {
            Matcher token = JWT.matcher(use.value());
            while (token.find()) {
                if (!isVariable(token.group(), step)) {
                    put(token.group(), use.name().isEmpty() ? "JWT" : Names.constant(use.name()), where);
                }
            }
        }
    }

    /** What a switch has, and no secret. */
    private static boolean isPlain(String value) {
        return value.isBlank() || value.matches("(?i)true|false|null|undefined|on|off|yes|no|[01]");
    }

    private boolean isVariable(String value, Step step) {
        Variable variable = variables.get(value);
        return variable != null && variable.step() < step.order();
    }

    private void put(String value, String name, String where) {
        if (!byValue.containsKey(value)) {
            String unique = names.unique(name, "_");
            byValue.put(value, unique);
            origins.put(unique, where);
        }
    }
}
