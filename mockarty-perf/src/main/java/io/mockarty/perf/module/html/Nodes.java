package io.mockarty.perf.module.html;

import io.mockarty.perf.module.ScriptValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Some nodes of a page, in the order in which they were found and each once: what a selection or, with one node, an
 * element of {@code html.mjs} consists of. Immutable. Public for the engine only, which calls its methods.
 */
public final class Nodes {

    private final ScriptValues values;
    private final List<Node> nodes;

    Nodes(ScriptValues values, Collection<? extends Node> nodes) {
        this.values = values;
        this.nodes = List.copyOf(new LinkedHashSet<>(nodes));
    }

    private Nodes of(Collection<? extends Node> found) {
        return new Nodes(values, found);
    }

    private @Nullable Nodes of(@Nullable Node node) {
        return node == null ? null : of(List.of(node));
    }

    private @Nullable Element firstElement() {
        return !nodes.isEmpty() && nodes.get(0) instanceof Element element ? element : null;
    }

    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** {@return how many there are} */
    @Export
    public int size() {
        return nodes.size();
    }

    /**
     * {@return one of them alone}
     *
     * @param index which, from 0; below the size
     */
    @Export
    public Nodes at(int index) {
        return of(List.of(nodes.get(index)));
    }

    /**
     * {@return some of them}
     *
     * @param from the first, from 0
     * @param to the one after the last
     */
    @Export
    public Nodes slice(int from, int to) {
        return of(nodes.subList(from, Math.max(from, to)));
    }

    /**
     * {@return these and others}
     *
     * @param others the others
     */
    @Export
    public Nodes plus(Nodes others) {
        List<Node> all = new ArrayList<>(nodes);
        all.addAll(others.nodes);
        return of(all);
    }

    /**
     * {@return the elements below these that a selector matches}
     *
     * @param selector in CSS
     */
    @Export
    public Nodes find(String selector) {
        Evaluator wanted = Selectors.parse(selector);
        boolean relative = selector.strip().startsWith(">");
        Set<Element> found = new LinkedHashSet<>();
        for (Element element : elements()) {
            if (relative) {
                found.addAll(element.select(wanted));
            } else {
                Document document = element.ownerDocument();
                Element root = document == null ? element : document;
                element.stream()
                        .filter(below -> !below.equals(element) && wanted.matches(root, below))
                        .forEach(found::add);
            }
        }
        return of(found);
    }

    /**
     * {@return those of these that a selector matches, or those that it does not match}
     *
     * @param selector in CSS
     * @param matching which of both
     */
    @Export
    public Nodes filter(String selector, boolean matching) {
        Evaluator wanted = Selectors.parse(selector);
        return of(nodes.stream()
                .filter(node -> matching == (node instanceof Element element && element.is(wanted)))
                .toList());
    }

    /**
     * {@return those of these that are among others, or those that are not}
     *
     * @param others the others
     * @param among which of both
     */
    @Export
    public Nodes among(Nodes others, boolean among) {
        return of(nodes.stream()
                .filter(node -> among == others.nodes.contains(node))
                .toList());
    }

    /**
     * {@return those of these below which one of others is}
     *
     * @param others the others
     */
    @Export
    public Nodes containing(Nodes others) {
        return of(nodes.stream()
                .filter(node -> others.nodes.stream().anyMatch(other -> isBelow(other, node)))
                .toList());
    }

    private static boolean isBelow(Node node, Node above) {
        for (Node parent = node.parent(); parent != null; parent = parent.parent()) {
            if (parent.equals(above)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return for each of these the nearest element that a selector matches: itself or one above}
     *
     * @param selector in CSS
     */
    @Export
    public Nodes closest(String selector) {
        Evaluator wanted = Selectors.parse(selector);
        List<Element> found = new ArrayList<>();
        for (Element element : elements()) {
            Element nearest = element.closest(wanted);
            if (nearest != null) {
                found.add(nearest);
            }
        }
        return of(found);
    }

    /** {@return the elements directly below these} */
    @Export
    public Nodes children() {
        return of(elements().stream()
                .flatMap(element -> element.children().stream())
                .toList());
    }

    /** {@return what is directly below these, texts included} */
    @Export
    public Nodes contents() {
        return of(nodes.stream().flatMap(node -> node.childNodes().stream()).toList());
    }

    /** {@return the elements directly above these} */
    @Export
    public Nodes parent() {
        List<Node> found = new ArrayList<>();
        for (Node node : nodes) {
            if (above(node) != null) {
                found.add(above(node));
            }
        }
        return of(found);
    }

    /** The element above; a document is none. */
    private static @Nullable Element above(Node node) {
        return node.parent() instanceof Element parent && !(parent instanceof Document) ? parent : null;
    }

    /** {@return all elements above these, the nearest first} */
    @Export
    public Nodes parents() {
        return upTo(Nodes::above, null);
    }

    /**
     * {@return the elements above these, up to the first of some others and without it}
     *
     * @param end the others, or null to go to the end
     */
    @Export
    public Nodes parentsUntil(@Nullable Nodes end) {
        return upTo(Nodes::above, end);
    }

    /**
     * {@return the elements after these with the same parent, up to the first of some others and without it}
     *
     * @param end the others, or null to go to the end
     */
    @Export
    public Nodes nextUntil(@Nullable Nodes end) {
        return upTo(Node::nextElementSibling, end);
    }

    /**
     * {@return the elements before these with the same parent, the nearest first, up to the first of some others and
     * without it}
     *
     * @param end the others, or null to go to the end
     */
    @Export
    public Nodes previousUntil(@Nullable Nodes end) {
        return upTo(Node::previousElementSibling, end);
    }

    private Nodes upTo(UnaryOperator<@Nullable Node> step, @Nullable Nodes end) {
        List<Node> found = new ArrayList<>();
        for (Node node : nodes) {
            Node next = step.apply(node);
            while (next != null && (end == null || !end.nodes.contains(next))) {
                found.add(next);
                next = step.apply(next);
            }
        }
        return of(found);
    }

    /** {@return the element after each of these} */
    @Export
    public Nodes next() {
        return each(Node::nextElementSibling);
    }

    /** {@return the element before each of these} */
    @Export
    public Nodes previous() {
        return each(Node::previousElementSibling);
    }

    private Nodes each(UnaryOperator<@Nullable Node> step) {
        List<Node> found = new ArrayList<>();
        for (Node node : nodes) {
            Node next = step.apply(node);
            if (next != null) {
                found.add(next);
            }
        }
        return of(found);
    }

    /** {@return the other elements with the same parents} */
    @Export
    public Nodes siblings() {
        return of(elements().stream()
                .flatMap(element -> element.siblingElements().stream())
                .toList());
    }

    /** {@return the node after the first of these, possibly a text, or null} */
    @Export
    public @Nullable Nodes nextNode() {
        return nodes.isEmpty() ? null : of(nodes.get(0).nextSibling());
    }

    /** {@return the node before the first of these, possibly a text, or null} */
    @Export
    public @Nullable Nodes previousNode() {
        return nodes.isEmpty() ? null : of(nodes.get(0).previousSibling());
    }

    /** {@return the document that these are in, or null} */
    @Export
    public @Nullable Nodes document() {
        return nodes.isEmpty() ? null : of(nodes.get(0).ownerDocument());
    }

    /**
     * {@return where a node is among these, or -1}
     *
     * @param other a single node
     */
    @Export
    public int indexOf(Nodes other) {
        return other.nodes.isEmpty() ? -1 : nodes.indexOf(other.nodes.get(0));
    }

    /**
     * {@return whether the first of these and of others are written alike}
     *
     * @param other the others
     */
    @Export
    public boolean writtenAs(Nodes other) {
        return !nodes.isEmpty()
                && !other.nodes.isEmpty()
                && nodes.get(0).outerHtml().equals(other.nodes.get(0).outerHtml());
    }

    /** {@return the text of all of these} */
    @Export
    public String text() {
        StringBuilder text = new StringBuilder();
        nodes.forEach(node -> Texts.append(node, text));
        return text.toString();
    }

    /** {@return what is in the first of these, as HTML; null without any} */
    @Export
    public @Nullable String html() {
        Element first = firstElement();
        return first == null ? null : Texts.inside(first);
    }

    /** {@return the first of these as HTML, or null} */
    @Export
    public @Nullable String outerHtml() {
        return nodes.isEmpty() ? null : nodes.get(0).outerHtml();
    }

    /**
     * {@return an attribute of the first of these, or null}
     *
     * @param name its name
     */
    @Export
    public @Nullable String attribute(String name) {
        return !nodes.isEmpty() && nodes.get(0).hasAttr(name) ? nodes.get(0).attr(name) : null;
    }

    /** {@return the attributes of the first of these, as an object} */
    @Export
    public Value attributes() {
        Element first = firstElement();
        return values.toScript(first == null ? Collections.emptyMap() : Texts.attributes(first));
    }

    /** {@return the name of the first of these in lower case, such as {@code div} or {@code #text}} */
    @Export
    public String name() {
        Node first = nodes.isEmpty() ? null : nodes.get(0);
        return first == null ? "" : first.nodeName();
    }

    /** {@return the text of a node that is a text or a comment, or null} */
    @Export
    public @Nullable String data() {
        return nodes.isEmpty() ? null : Texts.content(nodes.get(0));
    }

    /** {@return the value of the first of these as a form would send it: a string, an array for several, or null} */
    @Export
    public Value value() {
        Element first = firstElement();
        return values.toScript(first == null ? null : Forms.value(first));
    }

    /** {@return what a form with these would send, as an array of name and value} */
    @Export
    public Value fields() {
        return values.toScript(Forms.fields(elements()));
    }
}
