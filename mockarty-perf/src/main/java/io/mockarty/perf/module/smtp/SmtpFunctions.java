package io.mockarty.perf.module.smtp;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.ServerUrl;
import io.mockarty.perf.module.TlsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code smtp.mjs} needs of Java. Public only so that scripts can call it. */
public final class SmtpFunctions {

    private static final String CONNECT = "smtp.connect";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final ModuleContext user;
    private final CallMeter meter;

    SmtpFunctions(ModuleContext user) {
        this.user = user;
        meter = new CallMeter(user, "smtp_messages_sent", "smtp_send_duration", "smtp_send_failed");
    }

    /**
     * {@return a connection of this user, which is opened when the first message is sent}
     *
     * @param url {@code smtp://user:password@host:port}, or {@code smtps} for TLS from the first byte on
     * @param options {@code timeout}, {@code hello} (how we introduce ourselves), {@code starttls} ({@code auto},
     *     {@code required}, {@code never}), {@code tls} with {@code ca} and {@code insecureSkipTlsVerify}
     */
    @Export
    public SmtpConnection connect(@Nullable Value url, @Nullable Value options) {
        if (url == null || !url.isString()) {
            throw new ScriptException(CONNECT + ": no URL (expected: smtp://user:password@host:port)");
        }
        ServerUrl server = ServerUrl.parse(CONNECT, url.asString(), List.of("smtp", "smtps"));
        boolean implicit = server.scheme().equals("smtps");
        ScriptOptions read = ScriptOptions.of(CONNECT, user.values().toJava(options));
        Duration timeout = read.duration("timeout", DEFAULT_TIMEOUT);
        String hello = Objects.requireNonNullElse(read.text("hello"), "localhost");
        String starttls = read.text("starttls");
        if (starttls != null && !List.of("auto", "required", "never").contains(starttls)) {
            read.problem("starttls", starttls, "auto, required or never");
        }
        TlsOptions tls = TlsOptions.read(read, implicit);
        boolean plain = Boolean.FALSE.equals(read.any("tls"));
        if (plain && implicit) {
            read.problem("tls", false, "true; or smtp:// instead of smtps://");
        }
        read.done();
        String usual = plain ? "never" : tls.enabled() && !implicit ? "required" : "auto";
        String wanted = starttls == null ? usual : starttls;
        SmtpAddress address = new SmtpAddress(server, timeout, hello, wanted, tls);
        SmtpConnection connection = new SmtpConnection(user, meter, address);
        user.closeAtEnd(connection::close);
        return connection;
    }
}
