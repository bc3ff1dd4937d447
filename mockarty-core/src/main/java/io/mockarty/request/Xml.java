package io.mockarty.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads XML that may be hostile: a document type declaration is refused, so there are no entities to expand and nothing
 * to fetch.
 */
final class Xml {

    private static final int MAX_NESTING = 500;

    private Xml() {}

    /**
     * Returns the document, or null when the bytes are not well-formed XML, declare a document type or are nested too
     * deeply.
     *
     * @param charset the charset that counts whatever the document says of itself (RFC 7303), or null
     */
    static @Nullable Document read(byte[] bytes, @Nullable Charset charset) {
        InputSource source = new InputSource(new ByteArrayInputStream(bytes));
        source.setEncoding(charset == null ? null : charset.name());
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(source);
        } catch (SAXException | IOException e) {
            return null;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser cannot be made safe", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        // Whoever reads the tree walks it recursively, and several threads may read it at once.
        factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", MAX_NESTING);
        factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }
}
