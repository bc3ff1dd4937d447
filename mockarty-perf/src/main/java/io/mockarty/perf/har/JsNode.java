package io.mockarty.perf.har;

import java.util.List;

/** A piece of JavaScript that is written on one line if it fits, else on several. */
sealed interface JsNode {

    int WIDTH = 110;
    String INDENT = "  ";

    /** An expression that is written as it is. */
    record Raw(String text) implements JsNode {}

    /** A member of an object. */
    record Member(String name, JsNode value) {}

    /** An object literal. */
    record Obj(List<Member> members) implements JsNode {}

    /** An array literal, and what is done with it, such as {@code .join('')}; usually nothing. */
    record Arr(List<JsNode> elements, String after) implements JsNode {

        Arr(List<JsNode> elements) {
            this(elements, "");
        }
    }

    /** A call, with everything that stands before the opening parenthesis. */
    record Call(String function, List<JsNode> arguments) implements JsNode {}

    /** The node on one line. */
    default String line() {
        StringBuilder out = new StringBuilder();
        line(this, out);
        return out.toString();
    }

    private static void line(JsNode node, StringBuilder out) {
        if (node instanceof Raw raw) {
            out.append(raw.text());
        } else if (node instanceof Obj object) {
            out.append(object.members().isEmpty() ? "{" : "{ ");
            for (int i = 0; i < object.members().size(); i++) {
                Member member = object.members().get(i);
                out.append(i == 0 ? "" : ", ").append(key(member.name())).append(": ");
                line(member.value(), out);
            }
            out.append(object.members().isEmpty() ? "}" : " }");
        } else if (node instanceof Arr array) {
            list("[", array.elements(), "]" + array.after(), out);
        } else if (node instanceof Call call) {
            list(call.function() + "(", call.arguments(), ")", out);
        }
    }

    private static void list(String start, List<JsNode> nodes, String end, StringBuilder out) {
        out.append(start);
        for (int i = 0; i < nodes.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            line(nodes.get(i), out);
        }
        out.append(end);
    }

    /**
     * The node where it may take several lines.
     *
     * @param indent the white space before the line that it begins on
     * @param used how many characters that line has already
     */
    default String write(String indent, int used) {
        String line = line();
        if (indent.length() + used + line.length() <= WIDTH || this instanceof Raw) {
            return line;
        }
        String deeper = indent + INDENT;
        StringBuilder out = new StringBuilder();
        if (this instanceof Obj object) {
            out.append("{\n");
            for (Member member : object.members()) {
                String start = key(member.name()) + ": ";
                out.append(deeper).append(start);
                out.append(member.value().write(deeper, start.length() + 1)).append(",\n");
            }
            return out.append(indent).append('}').toString();
        }
        List<JsNode> nodes = this instanceof Arr array ? array.elements() : ((Call) this).arguments();
        String start = this instanceof Call call ? call.function() + "(" : "[";
        String end = this instanceof Arr array ? "]" + array.after() : ")";
        if (nodes.size() == 1 && this instanceof Call && !(nodes.get(0) instanceof Raw)) {
            return start + nodes.get(0).write(indent, used + start.length() + 1) + end;
        }
        if (this instanceof Call && nodes.get(nodes.size() - 1) instanceof Obj last) {
            StringBuilder first = new StringBuilder(start);
            nodes.subList(0, nodes.size() - 1)
                    .forEach(node -> first.append(node.line()).append(", "));
            if (indent.length() + used + first.length() <= WIDTH) {
                return first + last.write(indent, WIDTH) + end;
            }
        }
        out.append(start).append('\n');
        for (JsNode node : nodes) {
            out.append(deeper).append(node.write(deeper, 1)).append(",\n");
        }
        return out.append(indent).append(end).toString();
    }

    /** In a literal {@code __proto__} would not be a member but what the object inherits from. */
    private static String key(String name) {
        if (name.equals("__proto__")) {
            return "['__proto__']";
        }
        return Names.isIdentifier(name) ? name : JsText.quoted(name);
    }
}
