package io.mockarty.perf.module.smtp;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A connection of one user to a mail server. Public only so that scripts can call it. */
public final class SmtpConnection {

    private static final String SEND = "smtp.send";
    private static final String ROUTE = "SMTP send";

    private final ModuleContext user;
    private final CallMeter meter;
    private final SmtpAddress address;
    private final Session session;
    private @Nullable SMTPTransport transport;

    SmtpConnection(ModuleContext user, CallMeter meter, SmtpAddress address) {
        this.user = user;
        this.meter = meter;
        this.address = address;
        session = address.session();
    }

    /**
     * Sends a message.
     *
     * @param options {@code from}, {@code to}, {@code cc}, {@code bcc}, {@code subject}, {@code text}, {@code html},
     *     {@code headers}, {@code attachments}
     * @return {@code messageId}, {@code recipients} (how many), {@code response} (what the server said)
     */
    @Export
    public Value send(@Nullable Value options) {
        Mail mail = Mail.read(user.values().toJava(options));
        long start = System.nanoTime();
        boolean failed = true;
        try {
            MimeMessage message = mail.message(session);
            SMTPTransport connected = connected();
            connected.sendMessage(message, mail.everyone());
            failed = false;
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("messageId", message.getMessageID());
            result.put("recipients", mail.everyone().length);
            result.put("response", connected.getLastServerResponse().strip());
            return user.values().toScript(result);
        } catch (MessagingException e) {
            if (!(e instanceof SendFailedException) || e instanceof AuthenticationFailedException) {
                close();
            }
            throw new ScriptException(SEND + ": " + address.describe(e), e);
        } finally {
            meter.record(ROUTE, start, failed ? 0 : 1, failed);
        }
    }

    private SMTPTransport connected() throws MessagingException {
        SMTPTransport current = transport;
        if (current == null) {
            current = address.connect(session);
            transport = current;
        }
        return current;
    }

    /** Says goodbye. The next {@link #send} connects again. */
    @Export
    public void close() {
        SMTPTransport current = transport;
        transport = null;
        if (current != null) {
            try {
                current.close();
            } catch (MessagingException e) {
                user.log("debug", "smtp.close: " + address.describe(e));
            }
        }
    }
}
