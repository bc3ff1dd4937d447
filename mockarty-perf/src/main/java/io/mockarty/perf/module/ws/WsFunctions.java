package io.mockarty.perf.module.ws;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpClient;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.http.HttpSupport;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The WebSockets of one user. Public only so that scripts can call it. */
public final class WsFunctions {

    private final ModuleContext user;
    private final HttpClient client;
    private final SecureRandom random;
    private final Set<EventSocket> eventSockets = ConcurrentHashMap.newKeySet();
    private final Set<BlockingSocket> blockingSockets = ConcurrentHashMap.newKeySet();
    private @Nullable WsMeter ofProduct;
    private @Nullable WsMeter ofK6;

    WsFunctions(ModuleContext user) {
        this.user = user;
        client = HttpSupport.client(user);
        random = user.shared("mockarty/ws random", SecureRandom::new);
        // Those of an iteration that failed; others are closed by then.
        user.afterEachIteration(() -> eventSockets.forEach(EventSocket::abandon));
        user.closeAtEnd(this::abandonAll);
        user.whenCutOff(this::abandonAll);
    }

    private void abandonAll() {
        eventSockets.forEach(EventSocket::abandon);
        blockingSockets.forEach(BlockingSocket::abandon);
    }

    private WsMeter ofProduct() {
        if (ofProduct == null) {
            ofProduct = WsMeter.ofProduct(user);
        }
        return ofProduct;
    }

    private WsMeter ofK6() {
        if (ofK6 == null) {
            ofK6 = WsMeter.ofK6(user);
        }
        return ofK6;
    }

    /**
     * {@return an open connection of {@code mockarty/ws}}
     *
     * @param url where to
     * @param params an object with {@code headers}, {@code timeout}, {@code subprotocols}; or null
     */
    @Export
    public BlockingSocket connect(String url, @Nullable Value params) {
        Target target = Target.read(user, "ws.connect", url, params, true);
        Tags tags = user.tags();
        long start = System.nanoTime();
        try {
            Link link = Link.open(client, target, random);
            return opened(target, link, ofProduct().connected(target, link, tags, start));
        } catch (IOException e) {
            ofProduct().failed(target, answerOf(e), tags, start);
            throw new ScriptException("ws.connect: " + target.shownUrl() + ": " + Link.words(e), e);
        }
    }

    private BlockingSocket opened(Target target, Link link, WsMeter.Session session) {
        BlockingSocket socket = new BlockingSocket(user, link, session, blockingSockets::remove);
        blockingSockets.add(socket);
        socket.start(target.shownUrl());
        return socket;
    }

    private static @Nullable HttpAnswer answerOf(IOException problem) {
        return problem instanceof Link.RefusedException refused ? refused.answer() : null;
    }

    /**
     * {@return what {@code connect} of {@code k6/ws} gives, with the open connection as {@code socket} when there is
     * one}
     *
     * @param url where to
     * @param params an object with {@code headers}, {@code tags}, {@code compression}; or null
     */
    @Export
    public Value dial(String url, @Nullable Value params) {
        Target target = Target.read(user, "ws.connect", url, params, false);
        Tags tags = user.tags();
        long start = System.nanoTime();
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("url", target.shownUrl());
        try {
            Link link = Link.open(client, target, random);
            outcome.put("socket", opened(target, link, ofK6().connected(target, link, tags, start)));
            describe(outcome, link.head(), "");
        } catch (IOException e) {
            if (client.isClosed()) {
                throw new ScriptException("ws.connect was cut off", e);
            }
            HttpAnswer answer = answerOf(e);
            ofK6().failed(target, answer, tags, start);
            if (Boolean.TRUE.equals(user.options().get("throw"))) {
                throw new ScriptException("ws.connect: " + target.shownUrl() + ": " + Link.words(e), e);
            }
            user.log("warn", "ws.connect: " + target.shownUrl() + ": " + Link.words(e));
            describe(outcome, answer, Link.words(e));
        }
        return user.values().toScript(outcome);
    }

    private static void describe(Map<String, @Nullable Object> outcome, @Nullable HttpAnswer answer, String error) {
        outcome.put("status", answer == null ? 0 : answer.status());
        outcome.put("status_text", answer == null ? "" : answer.status() + " " + answer.reason());
        outcome.put("headers", answer == null ? Map.of() : HttpSupport.headers(answer));
        outcome.put("error", error);
        try {
            outcome.put("body", answer == null ? "" : HttpSupport.text(answer));
        } catch (IOException e) {
            outcome.put("body", "");
        }
    }

    /** {@return milliseconds from no particular moment on} */
    @Export
    public double now() {
        return System.nanoTime() / 1e6;
    }

    /**
     * {@return a connection of {@code k6/websockets} that is being opened}
     *
     * @param url where to
     * @param params an object with {@code headers}, {@code tags}, {@code compression}, {@code protocols}; or null
     * @param listener called with the kind of each event and what belongs to it
     */
    @Export
    public EventSocket open(String url, @Nullable Value params, Value listener) {
        Target target = Target.read(user, "WebSocket", url, params, false);
        EventSocket socket = new EventSocket(user, ofK6(), target, listener, eventSockets::remove);
        eventSockets.add(socket);
        socket.start(() -> Link.open(client, target, random));
        return socket;
    }
}
