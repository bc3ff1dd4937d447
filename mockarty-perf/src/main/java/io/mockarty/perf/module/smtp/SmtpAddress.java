package io.mockarty.perf.module.smtp;

import io.mockarty.perf.client.InterruptibleSockets;
import io.mockarty.perf.module.Failures;
import io.mockarty.perf.module.ServerUrl;
import io.mockarty.perf.module.TlsOptions;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A mail server and how to talk to it. */
record SmtpAddress(ServerUrl url, Duration timeout, String hello, String starttls, TlsOptions tls) {

    private static final int STANDARD_PORT = 25;
    private static final int STANDARD_TLS_PORT = 465;

    private boolean isImplicit() {
        return url.scheme().equals("smtps");
    }

    private int port() {
        return url.portOr(isImplicit() ? STANDARD_TLS_PORT : STANDARD_PORT);
    }

    private int timeoutMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }

    String place() {
        return url.host() + ":" + port();
    }

    /** What the library needs to know; its system properties are left alone. */
    Session session() {
        Properties all = new Properties();
        all.setProperty("mail.transport.protocol", "smtp");
        all.setProperty("mail.smtp.host", url.host());
        all.setProperty("mail.smtp.port", String.valueOf(port()));
        all.setProperty("mail.smtp.localhost", hello);
        all.setProperty("mail.smtp.connectiontimeout", String.valueOf(timeoutMillis()));
        all.setProperty("mail.smtp.timeout", String.valueOf(timeoutMillis()));
        all.setProperty("mail.smtp.quitwait", "false");
        all.setProperty("mail.smtp.auth", String.valueOf(url.user() != null));
        all.put("mail.smtp.socketFactory", new InterruptibleSockets());
        all.setProperty("mail.smtp.socketFactory.fallback", "false");
        all.setProperty("mail.smtp.starttls.enable", String.valueOf(!isImplicit() && !starttls.equals("never")));
        all.setProperty("mail.smtp.starttls.required", String.valueOf(!isImplicit() && starttls.equals("required")));
        all.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(tls.verify()));
        if (tls.enabled()) {
            all.put("mail.smtp.ssl.socketFactory", encryption());
        }
        if (url.user() == null) {
            return Session.getInstance(all);
        }
        all.setProperty("mail.smtp.user", url.user());
        PasswordAuthentication login =
                new PasswordAuthentication(url.user(), Objects.requireNonNullElse(url.password(), ""));
        return Session.getInstance(all, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login;
            }
        });
    }

    private SSLSocketFactory encryption() {
        return tls.context().getSocketFactory();
    }

    SMTPTransport connect(Session session) throws MessagingException {
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        if (isImplicit()) {
            // The library would make a socket that does not mind interrupts.
            transport.connect(encrypted());
        } else {
            transport.connect();
        }
        return transport;
    }

    private Socket encrypted() throws MessagingException {
        try {
            Socket plain = new InterruptibleSockets().createSocket();
            try {
                plain.connect(new InetSocketAddress(url.host(), port()), timeoutMillis());
                plain.setSoTimeout(timeoutMillis());
                SSLSocket socket = (SSLSocket) encryption().createSocket(plain, url.host(), port(), true);
                if (tls.verify()) {
                    SSLParameters parameters = socket.getSSLParameters();
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    socket.setSSLParameters(parameters);
                }
                socket.startHandshake();
                return socket;
            } catch (IOException | RuntimeException e) {
                plain.close();
                throw e;
            }
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            throw new MessagingException("no connection", e);
        }
    }

    /** Words for a failure that do not tell the password. */
    String describe(Throwable problem) {
        return "mail server " + place() + ": " + Failures.describe(problem, url.password());
    }
}
