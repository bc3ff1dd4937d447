package io.mockarty.perf.module.ws;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ws.Incoming.Closing;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket of {@code mockarty/ws} and {@code k6/ws}, whose script waits for what arrives. A thread of its own
 * listens, so that pings are answered while the script does other things. Public only so that scripts can call it.
 */
public final class BlockingSocket {

    /** So many messages may wait; the server is slowed down when there are more. */
    private static final int WAITING = 10_000;

    private static final long GOODBYE_SECONDS = 2;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LONGEST_MILLIS = 1e12;

    private final ModuleContext user;
    private final Link link;
    private final WsMeter.Session session;
    private final Consumer<BlockingSocket> atEnd;
    private final BlockingQueue<Incoming> arrived = new LinkedBlockingQueue<>(WAITING);
    private final Pings pings = new Pings();
    private @Nullable Thread listening;
    private @Nullable String closed;

    BlockingSocket(ModuleContext user, Link link, WsMeter.Session session, Consumer<BlockingSocket> atEnd) {
        this.user = user;
        this.link = link;
        this.session = session;
        this.atEnd = atEnd;
    }

    void start(String url) {
        Thread thread = new Thread(() -> link.listen(this::arrived), "load-test-websocket " + url);
        thread.setDaemon(true);
        listening = thread;
        thread.start();
    }

    private void arrived(Incoming next) {
        try {
            arrived.put(next);
        } catch (InterruptedException e) {
            // The user has gone, and with it everybody who would take it.
            Thread.currentThread().interrupt();
            link.end();
        }
    }

    /** Hangs up; from any thread. */
    void abandon() {
        link.end();
        Thread thread = listening;
        if (thread != null) {
            thread.interrupt();
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
        requireOpen("send");
        sent("send", () -> link.sendText(text));
    }

    /**
     * Sends bytes.
     *
     * @param data an {@code ArrayBuffer}, a typed array, or a string that is taken as UTF-8
     */
    @Export
    public void sendBinary(Value data) {
        requireOpen("sendBinary");
        byte[] bytes = user.values().bytes(data);
        if (bytes == null) {
            throw user.values()
                    .error(
                            "TypeError",
                            "sendBinary: " + data + " (expected: an ArrayBuffer, a typed array or a string)");
        }
        sent("sendBinary", () -> link.sendBinary(bytes));
    }

    private interface Sending {

        int send() throws IOException;
    }

    private void sent(String function, Sending sending) {
        long start = System.nanoTime();
        try {
            int bytes = sending.send();
            session.sent(bytes, System.nanoTime() - start, false);
        } catch (IOException e) {
            session.sent(0, System.nanoTime() - start, true);
            throw new ScriptException(function + ": " + Link.words(e), e);
        }
    }

    private void requireOpen(String function) {
        if (closed != null) {
            throw new ScriptException(function + ": " + closed + " (expected: an open connection)");
        }
    }

    /** Sends a ping. */
    @Export
    public void ping() {
        requireOpen("ping");
        try {
            pings.send(link);
        } catch (IOException e) {
            throw new ScriptException("ping: " + Link.words(e), e);
        }
    }

    /**
     * {@return the next message: a string, or an {@code ArrayBuffer} for bytes; null when none comes in time}
     *
     * @param seconds how long to wait
     */
    @Export
    public @Nullable Object receive(double seconds) {
        requireOpen("receive");
        long start = System.nanoTime();
        long end = start + nanos(seconds * 1000);
        while (true) {
            Incoming next = poll("receive", end - System.nanoTime());
            if (next == null) {
                session.waited(System.nanoTime() - start, true);
                return null;
            }
            if (next.last()) {
                session.waited(System.nanoTime() - start, true);
                throw new ScriptException("receive: " + closed + " (expected: an open connection)");
            }
            Object message = message(next);
            if (message != null) {
                session.waited(next.at() - start, false);
                return message;
            }
        }
    }

    private static long nanos(double millis) {
        return (long) (Math.max(0, Math.min(millis, LONGEST_MILLIS)) * NANOS_PER_MILLI);
    }

    private @Nullable Object message(Incoming next) {
        if (next instanceof Incoming.Text text) {
            session.received(text.size());
            return text.text();
        }
        if (next instanceof Incoming.Binary binary) {
            session.received(binary.data().length);
            return user.values().arrayBuffer(binary.data());
        }
        return null;
    }

    private @Nullable Incoming poll(String function, long nanos) {
        try {
            Incoming next = arrived.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            if (next instanceof Incoming.Pong pong) {
                pings.answered(pong, session);
            } else if (next instanceof Closing closing) {
                ended("the connection is closed, " + closing.code()
                        + (closing.reason().isEmpty() ? "" : " " + closing.reason()));
            } else if (next instanceof Incoming.Failed failed) {
                ended(failed.message());
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException(function + " was cut off", e);
        }
    }

    private void ended(String how) {
        if (closed == null) {
            closed = how;
            session.ended();
        }
        atEnd.accept(this);
    }

    /**
     * {@return the next event as an array of its kind and what belongs to it, or null when none comes in time}
     *
     * @param milliseconds how long to wait
     */
    @Export
    public @Nullable Value next(double milliseconds) {
        Incoming next = poll("ws.connect", nanos(milliseconds));
        if (next == null) {
            return null;
        }
        if (next instanceof Incoming.Text || next instanceof Incoming.Binary) {
            return event(next instanceof Incoming.Text ? "message" : "binaryMessage", message(next));
        }
        if (next instanceof Closing closing) {
            return event("close", closing.code(), closing.reason(), closing.expected());
        }
        if (next instanceof Incoming.Failed failed) {
            return event("error", failed.code(), failed.message());
        }
        return event(next instanceof Incoming.Ping ? "ping" : "pong");
    }

    private Value event(@Nullable Object... parts) {
        return user.values().toScript(Arrays.asList(parts));
    }

    /**
     * Closes the connection, and waits a little for the server to agree.
     *
     * @param code why
     * @param reason the same for people
     */
    @Export
    public void close(int code, String reason) {
        if (closed == null) {
            goodbye(code, reason);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GOODBYE_SECONDS);
            Incoming next;
            do {
                next = poll("close", end - System.nanoTime());
            } while (next != null && !next.last());
        }
        finish();
    }

    private void goodbye(int code, String reason) {
        if (!Link.fits(reason)) {
            throw new ScriptException(
                    "close: reason of " + reason.length() + " characters (expected: 123 bytes or less)");
        }
        try {
            link.close(code, reason);
        } catch (IOException e) {
            // Gone already.
            link.end();
        }
    }

    /**
     * Closes the connection without waiting.
     *
     * @param code why
     */
    @Export
    public void hangUp(int code) {
        if (closed == null) {
            goodbye(code, "");
        }
        finish();
    }

    private void finish() {
        ended("the connection is closed");
        abandon();
    }
}
