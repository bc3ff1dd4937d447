package io.mockarty.examples.shop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A {@code multipart/form-data} body with one file in it. */
final class Multipart {

    private final String boundary = "shop-" + UUID.randomUUID();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Multipart() {}

    /** Makes a body whose only part is a file. */
    static Multipart file(String part, String fileName, byte[] content) {
        Multipart body = new Multipart();
        body.line("--" + body.boundary);
        body.line("Content-Disposition: form-data; name=\"" + part + "\"; filename=\"" + quoted(fileName) + "\"");
        body.line("Content-Type: application/octet-stream");
        body.line("");
        body.out.writeBytes(content);
        body.line("");
        body.line("--" + body.boundary + "--");
        return body;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void line(String text) {
        out.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String fileName) {
        return fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
