package io.mockarty.perf.module.smtp;

import io.mockarty.perf.module.ScriptOptions;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as a script writes it. */
record Mail(
        InternetAddress from,
        Map<RecipientType, List<InternetAddress>> recipients,
        Map<String, String> headers,
        @Nullable String text,
        @Nullable String html,
        List<Attachment> attachments) {

    private static final String SEND = "smtp.send";
    private static final String HEADER_NAME = "[!-9;-~]+";

    static Mail read(@Nullable Object json) {
        ScriptOptions read = ScriptOptions.of(SEND, json);
        List<InternetAddress> from = addresses(read, "from");
        if (from.size() != 1) {
            read.problem("from", read.any("from"), "one address, such as 'Jane Doe <jane@example.com>'");
        }
        Map<RecipientType, List<InternetAddress>> recipients = Map.of(
                RecipientType.TO, addresses(read, "to"),
                RecipientType.CC, addresses(read, "cc"),
                RecipientType.BCC, addresses(read, "bcc"));
        if (recipients.values().stream().allMatch(List::isEmpty)) {
            read.problem("to", read.any("to"), "an address, or an array of addresses, here or in cc or bcc");
        }
        String subject = read.text("subject");
        Map<String, String> headers = read.textMap("headers");
        if (subject != null) {
            headers.put("Subject", subject);
        }
        headers.forEach((name, value) -> {
            if (!name.matches(HEADER_NAME) || value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                read.problem("header " + name, value, "a name without spaces and colons, a value of one line");
            }
        });
        String text = read.text("text");
        String html = read.text("html");
        List<Attachment> attachments = attachments(read);
        read.done();
        return new Mail(from.get(0), recipients, headers, text, html, attachments);
    }

    private static List<InternetAddress> addresses(ScriptOptions read, String name) {
        Object value = read.any(name);
        List<InternetAddress> addresses = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            try {
                for (InternetAddress address : InternetAddress.parse(String.valueOf(each), true)) {
                    address.setPersonal(address.getPersonal(), "UTF-8");
                    addresses.add(address);
                }
            } catch (AddressException | UnsupportedEncodingException e) {
                read.problem(name, each, "an address, such as 'Jane Doe <jane@example.com>'");
            }
        }
        return addresses;
    }

    private static List<Attachment> attachments(ScriptOptions read) {
        List<Attachment> attachments = new ArrayList<>();
        Object value = read.any("attachments");
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                attachments.add(Attachment.read(ScriptOptions.of(SEND + ": attachments[" + i + "]", list.get(i))));
            }
        } else if (value != null) {
            read.problem("attachments", value, "an array of { filename, content }");
        }
        return attachments;
    }

    InternetAddress[] everyone() {
        return recipients.values().stream().flatMap(List::stream).toArray(InternetAddress[]::new);
    }

    MimeMessage message(Session session) throws MessagingException {
        MimeMessage message = new Numbered(session, from);
        message.setFrom(from);
        for (RecipientType type : List.of(RecipientType.TO, RecipientType.CC)) {
            List<InternetAddress> addresses = recipients.getOrDefault(type, List.of());
            if (!addresses.isEmpty()) {
                message.setRecipients(type, addresses.toArray(InternetAddress[]::new));
            }
        }
        message.setSentDate(Date.from(Instant.now()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("Subject")) {
                message.setSubject(header.getValue(), "UTF-8");
            } else {
                message.setHeader(header.getKey(), encoded(header.getValue()));
            }
        }
        fill(message);
        message.saveChanges();
        return message;
    }

    private static String encoded(String value) throws MessagingException {
        try {
            return jakarta.mail.internet.MimeUtility.encodeText(value, "UTF-8", null);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is missing", e);
        }
    }

    private void fill(Part message) throws MessagingException {
        List<Attachment> inline =
                attachments.stream().filter(Attachment::isInline).toList();
        List<Attachment> apart =
                attachments.stream().filter(each -> !each.isInline()).toList();
        if (!apart.isEmpty()) {
            MimeMultipart mixed = new MimeMultipart("mixed");
            MimeBodyPart body = new MimeBodyPart();
            fillRelated(body, inline);
            mixed.addBodyPart(body);
            for (Attachment each : apart) {
                mixed.addBodyPart(each.part());
            }
            message.setContent(mixed);
        } else {
            fillRelated(message, inline);
        }
    }

    private void fillRelated(Part part, List<Attachment> inline) throws MessagingException {
        if (inline.isEmpty()) {
            fillBody(part);
            return;
        }
        MimeMultipart related = new MimeMultipart("related");
        MimeBodyPart body = new MimeBodyPart();
        fillBody(body);
        related.addBodyPart(body);
        for (Attachment each : inline) {
            related.addBodyPart(each.part());
        }
        part.setContent(related);
    }

    private void fillBody(Part part) throws MessagingException {
        if (text != null && html != null) {
            MimeMultipart both = new MimeMultipart("alternative");
            both.addBodyPart(textPart(text, "plain"));
            both.addBodyPart(textPart(html, "html"));
            part.setContent(both);
        } else {
            fillText(part, html == null ? text == null ? "" : text : html, html == null ? "plain" : "html");
        }
    }

    private static MimeBodyPart textPart(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        fillText(part, content, subtype);
        return part;
    }

    private static void fillText(Part part, String content, String subtype) throws MessagingException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/" + subtype + "; charset=UTF-8")));
    }

    /** A message whose number does not need the name of this machine, which the library would look up. */
    private static final class Numbered extends MimeMessage {

        private final InternetAddress from;

        Numbered(Session session, InternetAddress from) {
            super(session);
            this.from = from;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (getHeader("Message-ID") == null) {
                String address = from.getAddress();
                setHeader(
                        "Message-ID",
                        "<" + UUID.randomUUID() + "@" + address.substring(address.indexOf('@') + 1) + ">");
            }
        }
    }
}
