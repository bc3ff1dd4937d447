package io.mockarty.perf.module.smtp;

import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A file that goes with a message; with a {@code cid} it is shown in the text. */
record Attachment(
        String filename,
        byte[] content,
        String contentType,
        @Nullable String cid) {

    private static final String BINARY = "application/octet-stream";

    static Attachment read(ScriptOptions read) {
        String filename = read.required("filename", "a name such as report.pdf");
        String contentType = read.text("contentType");
        String cid = read.text("cid");
        String encoding = read.text("encoding");
        Object content = read.any("content");
        byte[] bytes = content instanceof byte[] binary ? binary : new byte[0];
        if (content instanceof String text) {
            bytes = "base64".equals(encoding) ? decoded(read, text) : text.getBytes(StandardCharsets.UTF_8);
        } else if (!(content instanceof byte[])) {
            read.problem("content", content, "a string or an ArrayBuffer");
        }
        if (encoding != null && !encoding.equals("base64")) {
            read.problem("encoding", encoding, "base64");
        }
        read.done();
        String standard = content instanceof String && encoding == null ? "text/plain; charset=UTF-8" : BINARY;
        return new Attachment(filename, bytes, contentType == null ? standard : contentType, cid);
    }

    private static byte[] decoded(ScriptOptions read, String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            read.problem("content", text, "base64");
            return new byte[0];
        }
    }

    boolean isInline() {
        return cid != null;
    }

    MimeBodyPart part() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        try {
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, contentType)));
            part.setFileName(filename);
            part.setDisposition(cid == null ? Part.ATTACHMENT : Part.INLINE);
            if (cid != null) {
                part.setContentID("<" + cid + ">");
            }
            return part;
        } catch (IllegalArgumentException e) {
            throw new ScriptException("smtp.send: attachment " + filename + ": " + e.getMessage(), e);
        }
    }
}
