package io.mockarty.perf.module.html;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What nodes say. Spaces stay as they were written. */
final class Texts {

    private Texts() {}

    /** Adds the texts below a node; like browsers those of scripts and styles too, and none for line breaks. */
    static void append(Node node, StringBuilder text) {
        if (node instanceof TextNode || node instanceof DataNode) {
            text.append(content(node));
        }
        for (Node child : node.childNodes()) {
            append(child, text);
        }
    }

    static @Nullable String content(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText();
        }
        if (node instanceof DataNode data) {
            return data.getWholeData();
        }
        return node instanceof Comment comment ? comment.getData() : null;
    }

    /** The HTML inside of an element, without lines broken or indented anew. */
    static String inside(Element element) {
        Document document = element.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false);
        }
        return element.html();
    }

    static Map<String, Object> attributes(Element element) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            attributes.put(attribute.getKey(), attribute.getValue());
        }
        return attributes;
    }
}
