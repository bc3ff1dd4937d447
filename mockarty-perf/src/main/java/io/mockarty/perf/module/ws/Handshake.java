package io.mockarty.perf.module.ws;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The request that asks for a WebSocket, and what the answer must look like: section 4 of RFC 6455. */
final class Handshake {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int SWITCHING = 101;

    private final Target target;
    private final String key;
    private String protocol = "";
    private boolean compressed;

    Handshake(Target target, SecureRandom random) {
        this.target = target;
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        key = Base64.getEncoder().encodeToString(nonce);
    }

    HttpCall call() {
        HttpHeaders headers = target.headers().copy();
        headers.set("Upgrade", "websocket");
        headers.set("Connection", "Upgrade");
        headers.set("Sec-WebSocket-Key", key);
        headers.set("Sec-WebSocket-Version", "13");
        if (!target.protocols().isEmpty()) {
            headers.set("Sec-WebSocket-Protocol", String.join(", ", target.protocols()));
        }
        if (target.compress()) {
            headers.set("Sec-WebSocket-Extensions", Compressor.OFFER);
        }
        String userInfo = target.uri().getUserInfo();
        if (userInfo != null && headers.first("Authorization") == null) {
            byte[] both = userInfo.getBytes(StandardCharsets.UTF_8);
            headers.set("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        return new HttpCall("GET", target.uri(), headers, null, target.timeout());
    }

    /** Looks at the answer. */
    void check(HttpAnswer answer) throws Link.RefusedException {
        if (answer.status() != SWITCHING) {
            throw new Link.RefusedException(
                    "the server answered " + answer.status() + " (expected: 101, Switching Protocols)", answer);
        }
        String upgrade = answer.headers().first("Upgrade");
        String connection = String.join(",", answer.headers().all("Connection"));
        if (upgrade == null || !upgrade.strip().equalsIgnoreCase("websocket") || !Target.has(connection, "upgrade")) {
            throw new Link.RefusedException(
                    "the server switched to \"" + upgrade + "\" (expected: Upgrade: websocket)", answer);
        }
        String accept = answer.headers().first("Sec-WebSocket-Accept");
        if (accept == null || !accept.strip().equals(expectedAccept())) {
            throw new Link.RefusedException(
                    "Sec-WebSocket-Accept: " + accept + " (expected: what belongs to the key)", answer);
        }
        String chosen = answer.headers().first("Sec-WebSocket-Protocol");
        if (chosen != null) {
            protocol = chosen.strip();
            // Servers that choose without being asked are common; k6 lets them.
            if (!target.protocols().isEmpty() && !target.protocols().contains(protocol)) {
                throw new Link.RefusedException(
                        "Sec-WebSocket-Protocol: " + protocol + " (expected: one of " + target.protocols() + ")",
                        answer);
            }
        }
        checkExtensions(answer);
    }

    private void checkExtensions(HttpAnswer answer) throws Link.RefusedException {
        @Nullable String extensions = answer.headers().first("Sec-WebSocket-Extensions");
        if (extensions == null || extensions.isBlank()) {
            return;
        }
        String lower = extensions.toLowerCase(Locale.ROOT);
        boolean ours = target.compress()
                && lower.strip().startsWith("permessage-deflate")
                && lower.contains("server_no_context_takeover")
                && !lower.contains(",");
        if (!ours) {
            throw new Link.RefusedException(
                    "Sec-WebSocket-Extensions: " + extensions + " (expected: "
                            + (target.compress() ? Compressor.OFFER : "none") + ")",
                    answer);
        }
        compressed = true;
    }

    private String expectedAccept() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder()
                    .encodeToString(digest.digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    String protocol() {
        return protocol;
    }

    boolean compressed() {
        return compressed;
    }
}
