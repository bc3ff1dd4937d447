package io.mockarty.perf.module.ws;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.EventLoop;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ws.Incoming.Closing;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket of {@code k6/websockets}, which tells a listener what happens. A thread of its own connects and listens;
 * the listener runs on the thread of the user. Public only so that scripts can call it.
 */
public final class EventSocket {

    /** So many messages may wait; the server is slowed down when there are more. */
    private static final int WAITING = 10_000;

    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final ModuleContext user;
    private final WsMeter meter;
    private final Target target;
    private final Value listener;
    private final Consumer<EventSocket> atEnd;
    private final Tags around;
    private final EventLoop.Pending pending;
    private final Semaphore places = new Semaphore(WAITING);
    private final Pings pings = new Pings();
    private final long start = System.nanoTime();
    private Runnable stopWaiting = () -> {};
    private @Nullable Thread thread;
    private volatile @Nullable Link link;
    private volatile boolean cancelled;
    private volatile boolean dropped;
    private WsMeter.@Nullable Session session;

    EventSocket(ModuleContext user, WsMeter meter, Target target, Value listener, Consumer<EventSocket> atEnd) {
        this.user = user;
        this.meter = meter;
        this.target = target;
        this.listener = listener;
        this.atEnd = atEnd;
        around = user.tags();
        pending = user.loop().expect();
    }

    /** Connects. */
    interface Opening {

        /** Opens the connection. */
        Link open() throws IOException;
    }

    void start(Opening opening) {
        Thread reading = new Thread(() -> run(opening), "load-test-websocket " + target.shownUrl());
        reading.setDaemon(true);
        thread = reading;
        reading.start();
    }

    private void run(Opening opening) {
        try {
            Link opened = opening.open();
            link = opened;
            if (cancelled || dropped) {
                opened.end();
            }
            pending.post(() -> opened(opened));
            opened.listen(this::arrived);
        } catch (IOException e) {
            pending.complete(() -> refused(e));
        }
    }

    private void refused(IOException problem) {
        atEnd.accept(this);
        if (dropped) {
            return;
        }
        HttpAnswer answer = problem instanceof Link.RefusedException refused ? refused.answer() : null;
        meter.failed(target, answer, around, start);
        listener.executeVoid("error", Link.words(problem));
        listener.executeVoid("close", Closing.HUNG_UP, "", false);
    }

    private void arrived(Incoming next) {
        if (next.last()) {
            pending.complete(() -> ended(next));
            return;
        }
        try {
            places.acquire();
            pending.post(() -> {
                places.release();
                tell(next);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
        }
    }

    private void opened(Link opened) {
        if (dropped) {
            return;
        }
        session = meter.connected(target, opened, around, start);
        if (!cancelled) {
            listener.executeVoid("open", opened.protocol(), opened.extensions());
        }
    }

    private void tell(Incoming next) {
        WsMeter.Session counted = session;
        if (counted == null || dropped) {
            return;
        }
        if (next instanceof Incoming.Text text) {
            counted.received(text.size());
            listener.executeVoid("message", text.text());
        } else if (next instanceof Incoming.Binary binary) {
            counted.received(binary.data().length);
            listener.executeVoid("binary", user.values().arrayBuffer(binary.data()));
        } else if (next instanceof Incoming.Pong pong) {
            pings.answered(pong, counted);
            listener.executeVoid("pong");
        } else {
            listener.executeVoid("ping");
        }
    }

    private void ended(Incoming last) {
        stopWaiting.run();
        atEnd.accept(this);
        if (dropped) {
            return;
        }
        if (session != null) {
            session.ended();
        }
        if (cancelled) {
            listener.executeVoid("close", Closing.HUNG_UP, "", false);
        } else if (last instanceof Incoming.Failed failed) {
            listener.executeVoid("error", failed.message());
            listener.executeVoid("close", failed.code(), failed.message(), false);
        } else if (last instanceof Closing closing) {
            listener.executeVoid("close", closing.code(), closing.reason(), closing.code() != Closing.HUNG_UP);
        }
    }

    /** Hangs up and tells nobody; from any thread. */
    void abandon() {
        dropped = true;
        Link open = link;
        if (open != null) {
            open.end();
        }
        Thread reading = thread;
        if (reading != null) {
            reading.interrupt();
        }
        atEnd.accept(this);
    }

    /**
     * Sends a text.
     *
     * @param text the text
     */
    @Export
    public void send(String text) {
        sent(open -> open.sendText(text));
    }

    /**
     * Sends bytes.
     *
     * @param data an {@code ArrayBuffer} or a typed array
     */
    @Export
    public void sendBinary(Value data) {
        byte[] bytes = user.values().bytes(data);
        if (bytes == null) {
            throw user.values()
                    .error(
                            "TypeError",
                            "WebSocket.send: " + data
                                    + " (expected: a string, a Blob, an ArrayBuffer or a typed array)");
        }
        sent(open -> open.sendBinary(bytes));
    }

    private interface Sending {

        int send(Link open) throws IOException;
    }

    private void sent(Sending sending) {
        Link open = link;
        WsMeter.Session counted = session;
        if (open == null || counted == null) {
            throw new ScriptException("WebSocket.send: not connected (expected: after the event open)");
        }
        long begin = System.nanoTime();
        try {
            int bytes = sending.send(open);
            counted.sent(bytes, System.nanoTime() - begin, false);
        } catch (IOException e) {
            counted.sent(0, System.nanoTime() - begin, true);
            throw new ScriptException("WebSocket.send: " + Link.words(e), e);
        }
    }

    /** Sends a ping. */
    @Export
    public void ping() {
        Link open = link;
        try {
            if (open != null) {
                pings.send(open);
            }
        } catch (IOException e) {
            throw new ScriptException("WebSocket.ping: " + Link.words(e), e);
        }
    }

    /**
     * Closes the connection; the listener hears of it when the server has agreed, or did not in time.
     *
     * @param code why, or 1005 for no code
     * @param reason the same for people
     */
    @Export
    public void close(int code, String reason) {
        if (!Link.fits(reason)) {
            throw user.values()
                    .error(
                            "SyntaxError",
                            "WebSocket.close: a reason of " + reason.length()
                                    + " characters (expected: 123 bytes or less)");
        }
        Link open = link;
        if (open == null || session == null) {
            cancelled = true;
            if (open != null) {
                open.end();
            }
            return;
        }
        try {
            open.close(code, reason);
            stopWaiting = user.loop().after(GOODBYE, open::end);
        } catch (IOException e) {
            // Gone already, which the listener is told as well.
            open.end();
        }
    }
}
