package io.mockarty.resolver.http;

import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import java.nio.charset.StandardCharsets;

/** The answer to health checks: a server that answers at all is well. */
final class Health {

    private static final MockReply UP = new MockReply(
            200,
            Headers.of("Content-Type", "application/json"),
            "{\"status\":\"pass\"}".getBytes(StandardCharsets.UTF_8));

    private Health() {}

    static MockReply up() {
        return UP;
    }
}
