package io.mockarty.jsonpath;

import java.util.ArrayList;
import java.util.List;

/** Reads function expressions and checks that they are well-typed (RFC 9535, sections 2.4.3 to 2.4.8). */
final class FunctionParser {

    private final Cursor cursor;
    private final FilterParser filters;

    FunctionParser(Cursor cursor, FilterParser filters) {
        this.cursor = cursor;
        this.filters = filters;
    }

    /** Reads the arguments of a function; the cursor stands at the opening parenthesis, {@code at} at the name. */
    Operand call(String name, int at) {
        int parameters = switch (name) {
            case "length", "count", "value" -> 1;
            case "match", "search" -> 2;
            default ->
                throw cursor.problem(at, name + "() is no function (expected: length, count, match, search or value)");
        };
        List<Argument> arguments = arguments();
        if (arguments.size() != parameters) {
            throw cursor.problem(
                    at, name + "() with " + arguments.size() + " arguments (expected: " + parameters + ")");
        }
        Argument first = arguments.get(0);
        return switch (name) {
            case "length" -> new Term.Length(value(first));
            case "count" -> new Term.Count(nodes(first));
            case "value" -> new Term.Value(nodes(first));
            default -> new RegexTest(value(first), value(arguments.get(1)), name.equals("match"));
        };
    }

    private List<Argument> arguments() {
        cursor.require('(');
        cursor.enter();
        cursor.skipBlank();
        List<Argument> arguments = new ArrayList<>();
        if (cursor.peek() != ')') {
            do {
                cursor.skipBlank();
                arguments.add(new Argument(cursor.position(), filters.operand()));
                cursor.skipBlank();
            } while (cursor.accept(','));
        }
        // A logical expression as an argument ends here too: no function has a parameter of LogicalType.
        if (!cursor.accept(')')) {
            throw cursor.expected("',' or ')'");
        }
        cursor.leave();
        return arguments;
    }

    private Term value(Argument argument) {
        return filters.comparable(argument.operand, argument.at);
    }

    private QueryTerm nodes(Argument argument) {
        if (argument.operand instanceof QueryTerm query) {
            return query;
        }
        throw cursor.problem(argument.at, "no query (expected: a query, as in count(@.items[*]))");
    }

    private record Argument(int at, Operand operand) {}
}
