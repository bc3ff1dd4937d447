package io.mockarty.perf.module.ws;

import io.mockarty.resolver.tls.Tls;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.extensions.PerMessageDeflateHandshake;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.xnio.IoUtils;

/** Sends back what it gets at {@code /ws}, or does what it is told: close, ping, drop. Refuses at {@code /no}. */
final class EchoServer implements AutoCloseable {

    private final Undertow server;
    private final boolean secure;

    private EchoServer(Undertow.Builder builder, boolean secure) {
        this.secure = secure;
        server = builder.setIoThreads(2)
                .setWorkerThreads(2)
                .setHandler(handler())
                .build();
        server.start();
    }

    static EchoServer plain() {
        return new EchoServer(Undertow.builder().addHttpListener(0, "localhost"), false);
    }

    static EchoServer secure(Tls tls) {
        SSLContext context = tls.sslContext();
        return new EchoServer(Undertow.builder().addHttpsListener(0, "localhost", context), true);
    }

    String url(String path) {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return (secure ? "wss" : "ws") + "://localhost:" + address.getPort() + path;
    }

    private static HttpHandler handler() {
        Hybi13Handshake handshake = new Hybi13Handshake(Set.of("chat.v2"), true);
        handshake.addExtension(new PerMessageDeflateHandshake(false));
        return Handlers.path()
                .addPrefixPath("/ws", new WebSocketProtocolHandshakeHandler(List.of(handshake), EchoServer::connected))
                .addExactPath("/no", exchange -> {
                    exchange.setStatusCode(403);
                    exchange.getResponseSender().send("not you");
                });
    }

    private static void connected(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        String head = exchange.getRequestHeader("X-Custom") + " " + exchange.getRequestHeader("Cookie") + " "
                + exchange.getRequestHeader("Authorization") + " " + channel.getSubProtocol() + " "
                + exchange.getRequestHeader("Sec-WebSocket-Extensions");
        channel.getReceiveSetter().set(new AbstractReceiveListener() {

            @Override
            protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
                obey(message.getData(), head, from);
            }

            @Override
            protected void onFullBinaryMessage(WebSocketChannel from, BufferedBinaryMessage message) {
                ByteBuffer data = WebSockets.mergeBuffers(message.getData().getResource());
                WebSockets.sendBinary(data, from, null);
            }

            @Override
            protected void onFullPongMessage(WebSocketChannel from, BufferedBinaryMessage message) {
                WebSockets.sendText("ponged", from, null);
            }

            @Override
            protected void onError(WebSocketChannel from, Throwable error) {
                IoUtils.safeClose(from);
            }
        });
        channel.resumeReceives();
    }

    private static void obey(String text, String head, WebSocketChannel channel) {
        if (text.startsWith("close ")) {
            String[] words = text.split(" ", 3);
            WebSockets.sendClose(Integer.parseInt(words[1]), words.length > 2 ? words[2] : "", channel, null);
        } else if (text.equals("ping")) {
            WebSockets.sendPing(ByteBuffer.wrap(new byte[] {1}), channel, null);
        } else if (text.equals("drop")) {
            IoUtils.safeClose(channel);
        } else if (text.equals("head")) {
            WebSockets.sendText(head, channel, null);
        } else if (!text.equals("silence")) {
            WebSockets.sendText(text, channel, null);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
