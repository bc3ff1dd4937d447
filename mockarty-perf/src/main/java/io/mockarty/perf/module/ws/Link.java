package io.mockarty.perf.module.ws;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpClient;
import io.mockarty.perf.client.HttpClient.UpgradedAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open WebSocket, the side of the client. Any thread may send; one thread listens. */
final class Link {

    private static final int MAX_REASON = 123;

    private final UpgradedAnswer connection;
    private final String protocol;
    private final boolean compressed;
    private final FrameReader reader;
    private final FrameWriter writer;
    private volatile boolean closeSent;

    private Link(UpgradedAnswer connection, String protocol, boolean compressed, SecureRandom random) {
        this.connection = connection;
        this.protocol = protocol;
        this.compressed = compressed;
        Compressor compressor = compressed ? new Compressor() : null;
        reader = new FrameReader(connection.in(), compressor);
        writer = new FrameWriter(connection.out(), compressor, new SplittableRandom(random.nextLong()));
    }

    /**
     * Connects.
     *
     * @throws RefusedException when the server does not want to
     * @throws IOException when there is none
     */
    static Link open(HttpClient client, Target target, SecureRandom random) throws IOException {
        Handshake handshake = new Handshake(target, random);
        UpgradedAnswer answer = client.upgrade(handshake.call());
        try {
            handshake.check(answer.head());
            return new Link(answer, handshake.protocol(), handshake.compressed(), random);
        } catch (RefusedException e) {
            answer.end().run();
            throw e;
        }
    }

    /** The server answered, but not that it speaks WebSocket. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable HttpAnswer answer;

        RefusedException(String message, HttpAnswer answer) {
            super(message);
            this.answer = answer;
        }

        @Nullable
        HttpAnswer answer() {
            return answer;
        }
    }

    HttpAnswer head() {
        return connection.head();
    }

    /** The subprotocol that the server chose, or empty. */
    String protocol() {
        return protocol;
    }

    /** The extensions that are in use, or empty. */
    String extensions() {
        return compressed ? "permessage-deflate" : "";
    }

    int sendText(String text) throws IOException {
        return send(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    int sendBinary(byte[] data) throws IOException {
        return send(Opcode.BINARY, data);
    }

    int ping(byte[] data) throws IOException {
        return send(Opcode.PING, data);
    }

    private int send(int opcode, byte[] data) throws IOException {
        if (closeSent) {
            throw new IOException("the WebSocket is closed");
        }
        return writer.write(opcode, data);
    }

    /** Says goodbye, once; the server answers with a {@link Incoming.Closing}. */
    void close(int code, String reason) throws IOException {
        if (closeSent) {
            return;
        }
        closeSent = true;
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        if (code == Incoming.Closing.NO_CODE) {
            writer.write(Opcode.CLOSE, new byte[0]);
            return;
        }
        byte[] payload = Arrays.copyOf(new byte[] {(byte) (code >>> Byte.SIZE), (byte) code}, 2 + words.length);
        System.arraycopy(words, 0, payload, 2, words.length);
        writer.write(Opcode.CLOSE, payload);
    }

    /** Whether a reason fits into a close frame. */
    static boolean fits(String reason) {
        return reason.getBytes(StandardCharsets.UTF_8).length <= MAX_REASON;
    }

    /** Hands on what arrives, answers pings, and ends after the last. */
    void listen(Consumer<Incoming> listener) {
        Incoming next;
        do {
            next = next();
            listener.accept(next);
        } while (!next.last());
        connection.end().run();
    }

    private Incoming next() {
        try {
            Incoming next = reader.next();
            if (next instanceof Incoming.Ping ping && !closeSent) {
                writer.write(Opcode.PONG, ping.data());
            } else if (next instanceof Incoming.Closing closing) {
                goodbye(closing.code());
            }
            return next;
        } catch (WsProtocolException e) {
            goodbye(e.code());
            return new Incoming.Failed(System.nanoTime(), e.code(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return closeSent
                    ? new Incoming.Closing(System.nanoTime(), Incoming.Closing.HUNG_UP, "")
                    : new Incoming.Failed(System.nanoTime(), Incoming.Closing.HUNG_UP, words(e));
        }
    }

    private void goodbye(int code) {
        try {
            close(code, "");
        } catch (IOException e) {
            // The server is gone already, which is what we want it to be.
            closeSent = true;
        }
    }

    static String words(IOException problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }

    /** Hangs up; who listens is told. */
    void end() {
        closeSent = true;
        connection.end().run();
    }
}
