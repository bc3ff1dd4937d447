package io.mockarty.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the logical expressions of filters (RFC 9535, section 2.3.5.1). */
final class FilterParser {

    private static final String OPERAND = "'@', '$', a quoted string, a number, true, false, null or a function";

    private final Cursor cursor;
    private final PathParser paths;
    private final FunctionParser functions;

    FilterParser(Cursor cursor, PathParser paths) {
        this.cursor = cursor;
        this.paths = paths;
        this.functions = new FunctionParser(cursor, this);
    }

    /** Reads a logical expression one level deeper than the cursor's surroundings. */
    Logical nested() {
        cursor.enter();
        Logical expression = disjunction();
        cursor.leave();
        return expression;
    }

    Logical parenthesized() {
        cursor.require('(');
        cursor.skipBlank();
        Logical expression = nested();
        cursor.skipBlank();
        if (!cursor.accept(')')) {
            throw cursor.expected("'&&', '||' or ')'");
        }
        return expression;
    }

    private Logical disjunction() {
        List<Logical> terms = new ArrayList<>();
        do {
            terms.add(conjunction());
        } while (acceptDoubled('|'));
        return terms.size() == 1 ? terms.get(0) : new Logical.Or(List.copyOf(terms));
    }

    private Logical conjunction() {
        List<Logical> terms = new ArrayList<>();
        do {
            terms.add(basic());
        } while (acceptDoubled('&'));
        return terms.size() == 1 ? terms.get(0) : new Logical.And(List.copyOf(terms));
    }

    private boolean acceptDoubled(char c) {
        int before = cursor.position();
        cursor.skipBlank();
        if (!cursor.accept(c)) {
            cursor.reset(before);
            return false;
        }
        cursor.require(c);
        cursor.skipBlank();
        return true;
    }

    private Logical basic() {
        if (cursor.peek() == '(') {
            return parenthesized();
        } else if (cursor.accept('!')) {
            return negated();
        }
        int start = cursor.position();
        Operand left = operand();
        Comparison.Operator operator = operator();
        if (operator == null) {
            return test(left, start);
        }
        Term leftTerm = comparable(left, start);
        cursor.skipBlank();
        int rightStart = cursor.position();
        return new Comparison(leftTerm, operator, comparable(operand(), rightStart));
    }

    private Logical negated() {
        cursor.skipBlank();
        if (cursor.peek() == '(') {
            return new Logical.Not(parenthesized());
        }
        int start = cursor.position();
        Operand operand = operand();
        int end = cursor.position();
        if (operator() != null) {
            throw cursor.problem(end, "'!' before a comparison (expected: parentheses, as in !(@.a == 1))");
        }
        return new Logical.Not(test(operand, start));
    }

    private Comparison.@Nullable Operator operator() {
        int before = cursor.position();
        cursor.skipBlank();
        for (Comparison.Operator operator : Comparison.Operator.values()) {
            if (cursor.accept(operator.symbol())) {
                return operator;
            }
        }
        if (cursor.peek() == '=') {
            throw cursor.expected("'==', or match() or search() for regular expressions");
        }
        cursor.reset(before);
        return null;
    }

    Operand operand() {
        int c = cursor.peek();
        if (cursor.accept('@')) {
            return new QueryTerm(true, paths.query());
        } else if (cursor.accept('$')) {
            return new QueryTerm(false, paths.query());
        } else if (c == '\'' || c == '"') {
            return new Term.Literal(Literals.string(cursor));
        } else if (c == '-' || Cursor.isDigit(c)) {
            return new Term.Literal(Literals.number(cursor));
        } else if (c >= 'a' && c <= 'z') {
            return word();
        }
        throw cursor.expected(OPERAND);
    }

    private Operand word() {
        int start = cursor.position();
        int c = cursor.peek();
        while ((c >= 'a' && c <= 'z') || c == '_' || Cursor.isDigit(c)) {
            cursor.skip(1);
            c = cursor.peek();
        }
        String word = cursor.since(start);
        if (c == '(') {
            return functions.call(word, start);
        }
        return switch (word) {
            case "true" -> new Term.Literal(true);
            case "false" -> new Term.Literal(false);
            case "null" -> new Term.Literal(null);
            default -> throw cursor.problem(start, "'" + word + "' (expected: " + OPERAND + ")");
        };
    }

    /** Accepts what may stand alone: a query, which is true when it selects something, or a match. */
    private Logical test(Operand operand, int start) {
        if (operand instanceof Logical logical) {
            return logical;
        }
        throw cursor.problem(start, "a value alone (expected: it to be compared, as in length(@.a) > 1)");
    }

    /** Accepts what has one value: a literal, a singular query, or a function that gives a value. */
    Term comparable(Operand operand, int start) {
        if (operand instanceof QueryTerm query) {
            requireSingular(query.query(), start);
            return query;
        } else if (operand instanceof Term term) {
            return term;
        }
        throw cursor.problem(start, "a result that is true or false already (expected: a value)");
    }

    private void requireSingular(Query query, int start) {
        if (!query.isSingular()) {
            throw cursor.problem(
                    start,
                    "a query that may select several nodes where one value is needed (expected: a singular query,"
                            + " with only .name, ['name'] and [index])");
        } else if (query.hasBlankInside() && !cursor.dialect().blanksInSingularQueries()) {
            throw cursor.problem(
                    start, "blanks inside brackets where one value is needed (expected: none, as in @['a'] == 1)");
        }
    }
}
