package io.mockarty.junit5.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The same client for all: a new connection for each request, and as little code as can be. */
final class PlainClient {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private PlainClient() {}

    /** Sends a request, and fails unless the answer is a 200 that contains "hello". */
    static void get(int port, String path) throws IOException {
        String answer;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            answer = readUntil("hello", socket.getInputStream());
        }
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw new IOException(answer);
        }
    }

    /** Reads on until the word came, because not all servers close the connection or tell the length. */
    private static String readUntil(String word, InputStream in) throws IOException {
        byte[] buffer = new byte[8_192];
        int length = 0;
        String text = "";
        while (!text.contains(word)) {
            int count = in.read(buffer, length, buffer.length - length);
            if (count <= 0) {
                throw new IOException("answer: " + text + " (expected: " + word + " in it)");
            }
            length += count;
            text = new String(buffer, 0, length, StandardCharsets.US_ASCII);
        }
        return text;
    }
}
