package io.mockarty.perf.module.html;

import io.mockarty.perf.module.ScriptException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/** Selectors of CSS, with the pseudo-classes for forms that jQuery users are used to. */
final class Selectors {

    /** Quoted texts come first, so that what looks like a pseudo-class within one stays. */
    private static final Pattern FORMS =
            Pattern.compile("\"[^\"]*\"|'[^']*'|:(checked|selected|disabled|enabled|input)(?![-\\w(])");

    private Selectors() {}

    static Evaluator parse(String selector) {
        try {
            return QueryParser.parse(FORMS.matcher(selector).replaceAll(Selectors::inCss));
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new ScriptException("selector: \"" + selector + "\" (expected: CSS; " + e.getMessage() + ")", e);
        }
    }

    private static String inCss(java.util.regex.MatchResult found) {
        String name = found.group(1);
        if (name == null) {
            return Matcher.quoteReplacement(found.group());
        }
        return switch (name) {
            case "checked" -> ":is([checked], option[selected])";
            case "selected" -> "[selected]";
            case "disabled" -> "[disabled]";
            case "enabled" -> ":not([disabled])";
            default -> ":is(input, select, textarea, button)";
        };
    }
}
