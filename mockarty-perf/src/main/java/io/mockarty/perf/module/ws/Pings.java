package io.mockarty.perf.module.ws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Tells which pong belongs to which ping. Used by the thread of the user only. */
final class Pings {

    private final Map<String, Long> sent = new HashMap<>();
    private int count;

    void send(Link link) throws IOException {
        String number = Integer.toString(++count);
        sent.put(number, System.nanoTime());
        link.ping(number.getBytes(StandardCharsets.UTF_8));
    }

    void answered(Incoming.Pong pong, WsMeter.Session session) {
        Long start = sent.remove(new String(pong.data(), StandardCharsets.UTF_8));
        if (start != null) {
            session.pong(pong.at() - start);
        }
    }
}
