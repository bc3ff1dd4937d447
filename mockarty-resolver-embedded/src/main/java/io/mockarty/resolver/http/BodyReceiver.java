package io.mockarty.resolver.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads the body of one request into memory, up to a limit and within a time. Runs on the I/O thread of its exchange
 * and never blocks it. What comes beyond the limit is thrown away by Undertow when the exchange ends, so that the
 * client gets to see the answer; the time limits that, too.
 */
final class BodyReceiver implements ChannelListener<StreamSourceChannel> {

    private static final int FIRST_BYTES = 64 << 10;
    private static final byte[] NOTHING = new byte[0];

    /** What happens to the body. */
    interface Sink {

        void received(HttpServerExchange exchange, byte[] body);

        void tooLarge(HttpServerExchange exchange);

        void broken(HttpServerExchange exchange, IOException problem);

        /** The connection was closed before the body was complete. */
        void cut();
    }

    private final HttpServerExchange exchange;
    private final HttpLimits limits;
    private final Sink sink;

    private byte[] bytes = NOTHING;
    private int length;
    private XnioExecutor.@Nullable Key timeout;

    BodyReceiver(HttpServerExchange exchange, HttpLimits limits, Sink sink) {
        this.exchange = exchange;
        this.limits = limits;
        this.sink = sink;
    }

    void start() {
        long announced = exchange.getRequestContentLength();
        if (announced > limits.maxBodyBytes()) {
            if (HttpContinue.requiresContinueResponse(exchange)) {
                // The body will not come, and nobody can tell it from the next request.
                exchange.setPersistent(false);
            } else {
                cutWhenTimeIsUp();
            }
            sink.tooLarge(exchange);
        } else if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponse(exchange, new Continued());
        } else {
            bytes = new byte[(int) Math.min(Math.max(announced, 512), FIRST_BYTES)];
            read();
        }
    }

    /** Goes on when the client was told to go on. */
    private final class Continued implements IoCallback {

        @Override
        public void onComplete(HttpServerExchange continued, @Nullable Sender sender) {
            read();
        }

        @Override
        public void onException(HttpServerExchange failed, @Nullable Sender sender, IOException problem) {
            cut();
        }
    }

    private void read() {
        StreamSourceChannel channel = exchange.getRequestChannel();
        Consumer<HttpServerExchange> end = advance(channel);
        if (end == null) {
            cutWhenTimeIsUp();
            channel.getReadSetter().set(this);
            channel.resumeReads();
        } else {
            end.accept(exchange);
        }
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
        Consumer<HttpServerExchange> end = advance(channel);
        if (end != null) {
            channel.getReadSetter().set(null);
            Connectors.executeRootHandler(end::accept, exchange);
        }
    }

    /** Reads what is there, and returns what is to be done when that was all, or null when more is to come. */
    private @Nullable Consumer<HttpServerExchange> advance(StreamSourceChannel channel) {
        try {
            int count;
            while ((count = readOnce(channel)) > 0) {
                length += count;
                if (length > limits.maxBodyBytes()) {
                    cutWhenTimeIsUp();
                    return sink::tooLarge;
                }
            }
            if (count == 0) {
                return null;
            }
        } catch (IOException e) {
            letLive();
            return failed -> sink.broken(failed, e);
        } catch (RuntimeException e) {
            // Undertow's way to refuse the size of a chunk.
            letLive();
            return failed -> sink.broken(failed, new IOException(e.toString(), e));
        }
        letLive();
        byte[] body = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        return complete -> sink.received(complete, body);
    }

    /** A full array may hold all there is, so one more byte is asked for before it grows. */
    private int readOnce(StreamSourceChannel channel) throws IOException {
        if (length < bytes.length) {
            return channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
        }
        ByteBuffer next = ByteBuffer.allocate(1);
        int count = channel.read(next);
        if (count > 0) {
            bytes = Arrays.copyOf(bytes, Math.max(512, length * 2));
            bytes[length] = next.get(0);
        }
        return count;
    }

    private void cutWhenTimeIsUp() {
        if (timeout != null) {
            return;
        }
        XnioExecutor.Key key = exchange.getIoThread()
                .executeAfter(this::cut, limits.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        timeout = key;
        exchange.addExchangeCompleteListener((complete, next) -> {
            key.remove();
            next.proceed();
        });
    }

    private void cut() {
        IoUtils.safeClose(exchange.getConnection());
        sink.cut();
    }

    private void letLive() {
        XnioExecutor.Key key = timeout;
        if (key != null) {
            key.remove();
        }
    }
}
