package io.mockarty.perf.module.web;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A message of SOAP.
 *
 * @param text the whole message
 * @param isCurrent whether it is of SOAP 1.2 rather than 1.1
 * @param operation the name of the first element in the body; for the route of calls without an action
 */
record SoapEnvelope(String text, boolean isCurrent, String operation) {

    private static final String OLDER_NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String CURRENT_NAMESPACE = "http://www.w3.org/2003/05/soap-envelope";
    private static final String PROLOG = "(?:\\s|<\\?.*?\\?>|<!--.*?-->)*";
    private static final Pattern WRAPPED = Pattern.compile(PROLOG + "<(?:[\\w.-]+:)?Envelope[\\s>/].*", Pattern.DOTALL);
    private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml.*?\\?>\\s*", Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile(PROLOG + "<(?:[\\w.-]+:)?([\\w.-]+).*", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("<(?:[\\w.-]+:)?Body(?:\\s[^>]*)?>");
    private static final Pattern MAY_BE_FAULT = Pattern.compile("<(?:[\\w.-]+:)?Fault[\\s>]");

    /**
     * {@return a message}
     *
     * @param version {@code 1.1}, {@code 1.2}, or null for what the body says, or else 1.1
     * @param header what goes into the header, or empty
     * @param body a whole envelope, or what goes into one
     */
    static SoapEnvelope of(@Nullable String version, String header, String body) {
        if (WRAPPED.matcher(body).matches()) {
            boolean current = version == null ? body.contains(CURRENT_NAMESPACE) : version.equals("1.2");
            Matcher start = BODY.matcher(body);
            return new SoapEnvelope(body, current, start.find() ? first(body.substring(start.end())) : "call");
        }
        boolean current = "1.2".equals(version);
        String content = DECLARATION.matcher(body).replaceFirst("");
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope xmlns:soap=\""
                + (current ? CURRENT_NAMESPACE : OLDER_NAMESPACE) + "\">"
                + (header.isEmpty() ? "" : "<soap:Header>" + header + "</soap:Header>")
                + "<soap:Body>" + content + "</soap:Body></soap:Envelope>";
        return new SoapEnvelope(text, current, first(content));
    }

    private static String first(String content) {
        Matcher element = FIRST.matcher(content);
        return element.matches() ? element.group(1) : "call";
    }

    /** The name in an action, which may be a URI such as {@code http://example.com/weather/GetWeather}. */
    static String name(String action) {
        String plain = action.strip().replace("\"", "");
        int end = plain.endsWith("/") ? plain.length() - 1 : plain.length();
        boolean uri = plain.contains("://") || plain.startsWith("urn:");
        int start = Math.max(Math.max(plain.lastIndexOf('/', end - 1), plain.lastIndexOf('#')), plain.lastIndexOf(':'));
        return uri && start >= 0 && start + 1 < end ? plain.substring(start + 1, end) : plain;
    }

    /** The reason in a fault, or null when a message is none. */
    static @Nullable String fault(String message) {
        if (!MAY_BE_FAULT.matcher(message).find()) {
            return null;
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(message));
            try {
                return fault(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return null;
        }
    }

    /** Reads {@code Envelope/Body/Fault}, and in it {@code faultstring} or {@code Reason/Text}. */
    private static @Nullable String fault(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        boolean inBody = false;
        String reason = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            depth++;
            String name = reader.getLocalName();
            if (depth == 2) {
                inBody = name.equals("Body");
            } else if (depth == 3 && inBody) {
                if (!name.equals("Fault")) {
                    return null;
                }
                reason = "";
            } else if (reason != null && (name.equals("faultstring") || name.equals("Text"))) {
                return reader.getElementText().strip();
            }
        }
        return reason;
    }
}
