package io.mockarty.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * An XPath 1.0 expression over XML bodies. Prefixes mean what the document declares them to mean. A bare name such as
 * {@code order.id} finds elements by their local names, at any depth. Immutable and thread-safe.
 */
public final class XmlPath {

    private final String xpath;

    private XmlPath(String xpath) {
        this.xpath = xpath;
    }

    /**
     * Checks and keeps an XPath.
     *
     * @param path an XPath, or a bare name with dots between element names
     * @return the path
     * @throws IllegalArgumentException when it is not XPath 1.0
     */
    public static XmlPath compile(String path) {
        String xpath = isXPath(path) ? path : namedElements(path);
        try {
            newXPath(new Declarations(Map.of(), true)).compile(xpath);
        } catch (XPathExpressionException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new IllegalArgumentException(xpath + ": " + reason, e);
        }
        return new XmlPath(xpath);
    }

    /**
     * Tells whether a condition path is written as XPath rather than as JSONPath.
     *
     * @param path the path
     * @return true when it starts like an XPath
     */
    public static boolean isXPath(String path) {
        return path.startsWith("/") || path.indexOf('(') > 0 && !path.startsWith("$");
    }

    private static String namedElements(String path) {
        String names = path.startsWith("$.") ? path.substring(2) : path;
        return names.equals("$") || names.isEmpty()
                ? "/*"
                : "//"
                        + List.of(names.split("\\.")).stream()
                                .map(name -> "*[local-name()='" + name.replace("'", "") + "']")
                                .collect(Collectors.joining("/"));
    }

    /**
     * Reads the value.
     *
     * @param document the XML document
     * @return the text of the one node, an array of texts for several, a number or a boolean where the XPath computes
     *     one; null when no node is found
     */
    public @Nullable Object read(Document document) {
        try {
            XPath engine = newXPath(new Declarations(declarations(document), false));
            XPathEvaluationResult<?> result = engine.evaluateExpression(xpath, document);
            return switch (result.type()) {
                case NODESET -> texts((XPathNodes) result.value());
                case NUMBER -> number(((Number) result.value()).doubleValue());
                default -> result.value() instanceof Node node ? node.getTextContent() : result.value();
            };
        } catch (XPathExpressionException e) {
            return null;
        }
    }

    private static @Nullable Object texts(XPathNodes nodes) {
        List<Object> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.getTextContent()));
        return texts.size() > 1 ? texts : texts.isEmpty() ? null : texts.get(0);
    }

    private static @Nullable Number number(double value) {
        boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
        return finite ? MathFunction.simplest(BigDecimal.valueOf(value)) : null;
    }

    private static XPath newXPath(NamespaceContext namespaces) {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(namespaces);
        return xpath;
    }

    private static Map<String, String> declarations(Document document) {
        Map<String, String> declared = new HashMap<>();
        Node node = document.getDocumentElement();
        while (node != null) {
            if (node instanceof Element element) {
                collect(element.getAttributes(), declared);
            }
            node = next(node, document.getDocumentElement());
        }
        return declared;
    }

    private static void collect(NamedNodeMap attributes, Map<String, String> declared) {
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                declared.putIfAbsent(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
    }

    /** The next node in document order, without recursion. */
    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && up != root && up.getNextSibling() == null) {
            up = up.getParentNode();
        }
        return up == null || up == root ? null : up.getNextSibling();
    }

    /** The prefixes of a document; when only checking syntax, any prefix is fine. */
    private record Declarations(Map<String, String> byPrefix, boolean any) implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            String uri = byPrefix.get(prefix);
            return uri != null ? uri : any ? "urn:" + prefix : "urn:undeclared";
        }

        @Override
        public @Nullable String getPrefix(String uri) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.<String>of().iterator();
        }
    }
}
