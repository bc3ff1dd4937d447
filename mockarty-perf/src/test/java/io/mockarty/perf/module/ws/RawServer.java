package io.mockarty.perf.module.ws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Agrees to one WebSocket, sends bytes that were written down before, and keeps what it gets. */
final class RawServer implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: (\\S+)");

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CompletableFuture<byte[]> got = new CompletableFuture<>();

    /** Sends hexadecimal digits after the handshake, then waits for the end of what the client sends. */
    RawServer(String hex, String moreHeaders) throws IOException {
        Thread thread = new Thread(() -> serve(hex, moreHeaders), "raw-websocket-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(String hex, String moreHeaders) {
        try (Socket client = socket.accept()) {
            InputStream in = client.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                head.write(in.read());
            }
            Matcher key = KEY.matcher(head.toString(StandardCharsets.ISO_8859_1));
            String accept = key.find() ? accept(key.group(1)) : "";
            String answer =
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept + "\r\n" + moreHeaders + "\r\n";
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            all.write(HexFormat.of().parseHex(hex.replace(" ", "")));
            client.getOutputStream().write(all.toByteArray());
            got.complete(in.readAllBytes());
        } catch (IOException | GeneralSecurityException e) {
            got.completeExceptionally(e);
        }
    }

    private static String accept(String key) throws GeneralSecurityException {
        byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    }

    String url() {
        return "ws://127.0.0.1:" + socket.getLocalPort() + "/raw";
    }

    /** What the client sent after the handshake, without masks: kind of frame and payload in hexadecimal digits. */
    String frames() throws Exception {
        byte[] bytes = got.get(20, java.util.concurrent.TimeUnit.SECONDS);
        StringBuilder frames = new StringBuilder();
        for (int at = 0; at < bytes.length; ) {
            int length = bytes[at + 1] & 0x7f;
            frames.append(frames.isEmpty() ? "" : " ").append(String.format("%02x:", bytes[at]));
            for (int i = 0; i < length; i++) {
                frames.append(String.format("%02x", (bytes[at + 6 + i] ^ bytes[at + 2 + (i & 3)]) & 0xff));
            }
            at += 6 + length;
        }
        return frames.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
