package io.mockarty.expression;

import io.mockarty.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that may contain expressions, parsed once. A text that is one expression has the JSON value of that
 * expression; a text with expressions inside has a string. {@code $$.} stands for a literal {@code $.}. Immutable and
 * thread-safe.
 */
public final class Template {

    private final List<Expression> pieces;
    private final boolean whole;

    Template(List<Expression> pieces, boolean whole) {
        this.pieces = pieces;
        this.whole = whole;
    }

    /**
     * Parses a text.
     *
     * @param text the text
     * @return the template
     * @throws ExpressionSyntaxException with the position, when an expression is malformed or names something unknown
     */
    public static Template parse(String text) {
        return new ExpressionParser(text).template();
    }

    /** {@return true when the text contains no expression, so that its value never changes} */
    public boolean isConstant() {
        return pieces.stream().allMatch(Expression.Literal.class::isInstance);
    }

    /** {@return true when a value may come from a store that outlives the request} */
    public boolean readsSharedStores() {
        return pieces.stream().anyMatch(Expression::readsSharedStores);
    }

    /**
     * Returns the text of a {@linkplain #isConstant constant} template.
     *
     * @return the text, escapes resolved
     * @throws IllegalStateException when the template contains expressions
     */
    public String constant() {
        StringBuilder text = new StringBuilder();
        for (Expression piece : pieces) {
            if (!(piece instanceof Expression.Literal literal)) {
                throw new IllegalStateException("the template contains expressions");
            }
            text.append(Json.text(literal.value()));
        }
        return text.toString();
    }

    /**
     * Returns the value for one request.
     *
     * @param scope what the expressions look at
     * @return the JSON value; null when the whole text is an expression that cannot be resolved
     */
    public @Nullable Object evaluate(Scope scope) {
        return whole ? pieces.get(0).evaluate(scope) : text(scope);
    }

    /**
     * Returns the value for one request as text; what cannot be resolved is an empty string.
     *
     * @param scope what the expressions look at
     * @return the text, possibly empty
     */
    public String text(Scope scope) {
        if (pieces.size() == 1) {
            return pieces.get(0).text(scope);
        }
        StringBuilder text = new StringBuilder();
        for (Expression piece : pieces) {
            text.append(piece.text(scope));
        }
        return text.toString();
    }

    /**
     * Appends the value for one request as JSON.
     *
     * @param scope what the expressions look at
     * @param out where to append
     */
    public void appendJson(Scope scope, StringBuilder out) {
        Json.append(out, evaluate(scope));
    }
}
