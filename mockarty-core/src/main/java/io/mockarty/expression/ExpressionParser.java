package io.mockarty.expression;

import io.mockarty.fake.FakeFunction;
import io.mockarty.fake.FakeNames;
import io.mockarty.fake.FakeSource;
import io.mockarty.jsonpath.JsonPath;
import io.mockarty.jsonpath.JsonPathSyntaxException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses the {@code $.} language.
 *
 * <pre>
 * template  = *( text / "$$." / expression )
 * expression = primary *( "||" primary )
 * primary   = reference / call / literal / name
 * reference = "$." source path        path as in JSONPath
 * call      = "$." function "(" [ expression *( "," expression ) ] ")" / "$.fake." name [ "(" ... ")" ]
 * literal   = number / "'" text "'" / '"' text '"' / "true" / "false" / "null"
 * name      = store key, inside the parentheses of a call only
 * </pre>
 */
final class ExpressionParser {

    private static final int MAX_NESTING = 50;

    private final String text;
    private int at;
    private int nesting;

    ExpressionParser(String text) {
        this.text = text;
    }

    Template template() {
        List<Expression> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        boolean sawExpression = false;
        while (at < text.length()) {
            if (text.startsWith("$$.", at)) {
                plain.append("$.");
                at += 3;
            } else if (startsReference()) {
                flush(plain, pieces);
                pieces.add(expression());
                sawExpression = true;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        boolean whole = sawExpression && pieces.size() == 1 && plain.isEmpty();
        flush(plain, pieces);
        if (pieces.isEmpty()) {
            pieces.add(new Expression.Literal(""));
        }
        return new Template(List.copyOf(pieces), whole);
    }

    private static void flush(StringBuilder plain, List<Expression> pieces) {
        if (!plain.isEmpty()) {
            pieces.add(new Expression.Literal(plain.toString()));
            plain.setLength(0);
        }
    }

    private boolean startsReference() {
        return text.startsWith("$.", at) && at + 2 < text.length() && Character.isLetter(text.charAt(at + 2));
    }

    private Expression expression() {
        if (++nesting > MAX_NESTING) {
            throw error(at, "at most " + MAX_NESTING + " expressions inside each other");
        }
        List<Expression> alternatives = new ArrayList<>();
        alternatives.add(primary());
        while (skipOr()) {
            alternatives.add(primary());
        }
        nesting--;
        return alternatives.size() == 1 ? alternatives.get(0) : new FirstResolved(List.copyOf(alternatives));
    }

    /** Moves behind {@code ||} when a value follows it; otherwise the bars are text. */
    private boolean skipOr() {
        int start = at;
        skipSpace();
        if (text.startsWith("||", at)) {
            at += 2;
            skipSpace();
            if (startsReference() || startsLiteral()) {
                return true;
            }
            if (nesting > 1) {
                throw error(at, "a default: an expression, a number, a quoted text, true, false or null");
            }
        }
        at = start;
        return false;
    }

    private Expression primary() {
        if (startsReference()) {
            return reference();
        }
        if (startsLiteral()) {
            return literal();
        }
        if (nesting > 1 && at < text.length() && Character.isLetter(text.charAt(at))) {
            return new StoreValue.Nearest(storeKey());
        }
        throw error(at, "an expression, a number, a quoted text, true, false or null");
    }

    private List<String> storeKey() {
        List<String> names = new ArrayList<>();
        names.add(hyphenatedName());
        names.addAll(members());
        return List.copyOf(names);
    }

    /** Reads {@code .a.b-c}, as far as it goes. */
    private List<String> members() {
        List<String> names = new ArrayList<>();
        while (at + 1 < text.length() && text.charAt(at) == '.' && isNameStart(text.charAt(at + 1))) {
            at++;
            names.add(hyphenatedName());
        }
        return List.copyOf(names);
    }

    private Expression reference() {
        int start = at;
        at += 2;
        String name = name();
        return switch (name) {
            case "fake" -> fake(start);
            case "namespace" -> Scope::namespace;
            case "mS", "cS", "gS" -> storeValue(name);
            case "xpath" -> xpath();
            default -> requestValueOrCall(start, name);
        };
    }

    private Expression requestValueOrCall(int start, String name) {
        RequestValue.Source source = RequestValue.Source.named(name);
        if (source != null) {
            return RequestValue.of(source, path());
        }
        MathFunction function = MathFunction.named(name);
        if (function != null) {
            return math(function, name);
        }
        throw error(
                start + 2,
                "one of " + String.join(", ", RequestValue.Source.names())
                        + ", mS, cS, gS, fake, namespace, or a function: "
                        + String.join(", ", MathFunction.names()) + ", xpath; write $$. for a literal $.");
    }

    private Expression storeValue(String store) {
        return StoreValue.of(store, members(), path());
    }

    private JsonPath path() {
        try {
            JsonPath.Prefix prefix = JsonPath.compilePrefix(text, at);
            at = prefix.end();
            return prefix.path();
        } catch (JsonPathSyntaxException e) {
            throw error(e.position(), "a path; " + e.problem());
        }
    }

    private Expression fake(int start) {
        if (at + 1 >= text.length() || text.charAt(at) != '.' || !isNameStart(text.charAt(at + 1))) {
            throw error(at, "the name of a fake value, such as $.fake.FirstName");
        }
        at++;
        int nameStart = at;
        String name = name();
        FakeFunction function = FakeNames.find(name)
                .orElseThrow(() -> error(
                        nameStart, "a known fake name; nearest are " + String.join(", ", FakeNames.nearest(name))));
        List<Expression> arguments = text.startsWith("(", at) ? arguments() : List.of();
        if (arguments.stream().allMatch(Expression.Literal.class::isInstance)) {
            List<@Nullable Object> values = literals(arguments);
            String wrong = function.checkArguments(values);
            if (wrong != null) {
                throw error(start, function.name() + " with " + wrong);
            }
            // The first use of a name may read word lists for a tenth of a second: now, not for the first request.
            function.generate(FakeSource.seeded(0, Clock.systemUTC()), values);
        }
        return new FakeValue(function, arguments);
    }

    private static List<@Nullable Object> literals(List<Expression> arguments) {
        List<@Nullable Object> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(((Expression.Literal) argument).value()));
        return values;
    }

    private Expression math(MathFunction function, String name) {
        int start = at;
        List<Expression> arguments = argumentsOf(name);
        if (function.accepts(arguments.size())) {
            return new MathValue(function, arguments);
        }
        throw error(start, function.arity() + " for " + name);
    }

    private Expression xpath() {
        int start = at;
        List<Expression> arguments = argumentsOf("xpath");
        if (arguments.size() == 1
                && arguments.get(0) instanceof Expression.Literal literal
                && literal.value() instanceof String path) {
            try {
                return new XmlValue(XmlPath.compile(path));
            } catch (IllegalArgumentException e) {
                throw error(start + 1, "an XPath 1.0 expression; " + e.getMessage());
            }
        }
        throw error(start, "one quoted XPath for xpath");
    }

    private List<Expression> argumentsOf(String name) {
        if (!text.startsWith("(", at)) {
            throw error(at, "( and the arguments of " + name);
        }
        return arguments();
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        at++;
        skipSpace();
        if (!text.startsWith(")", at)) {
            do {
                skipSpace();
                arguments.add(expression());
                skipSpace();
            } while (skip(","));
        }
        if (!skip(")")) {
            throw error(at, "a comma or )");
        }
        return List.copyOf(arguments);
    }

    private boolean startsLiteral() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        boolean number =
                Character.isDigit(c) || c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        return number || c == '\'' || c == '"' || word().matches("true|false|null");
    }

    private Expression literal() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (Character.isLetter(c)) {
            String word = word();
            at += word.length();
            return new Expression.Literal(word.equals("null") ? null : (Object) Boolean.valueOf(word));
        }
        return number();
    }

    private Expression number() {
        int start = at++;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || isFraction())) {
            at++;
        }
        BigDecimal value = new BigDecimal(text.substring(start, at));
        return new Expression.Literal(value.scale() == 0 ? MathFunction.simplest(value) : value);
    }

    /** A dot is part of a number only when a digit follows, so that a sentence may end behind a number. */
    private boolean isFraction() {
        return text.charAt(at) == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private Expression quoted(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (!skip(String.valueOf(quote))) {
            throw error(start, "a closing " + quote);
        }
        return new Expression.Literal(value.toString());
    }

    private String word() {
        int end = at;
        while (end < text.length() && isNameChar(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNameChar(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Keys of stores may have hyphens inside, as the paths behind them may. */
    private String hyphenatedName() {
        int start = at;
        while (at < text.length() && (isNameChar(text.charAt(at)) || isInnerDash())) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isInnerDash() {
        return at + 1 < text.length() && text.charAt(at) == '-' && isNameChar(text.charAt(at + 1));
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean skip(String token) {
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private ExpressionSyntaxException error(int position, String expected) {
        return new ExpressionSyntaxException(text, position, expected);
    }
}
