package io.mockarty.perf.module.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request of MCP that came to no result. */
final class McpFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean sessionLost;

    private McpFailure(int status, boolean sessionLost, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.sessionLost = sessionLost;
    }

    /** The server did not answer, or not in a way that can be understood; nothing more can be sent. */
    static McpFailure lost(String message) {
        return new McpFailure(0, true, message, null);
    }

    /** The server answered with a status of HTTP that means failure. */
    static McpFailure ofStatus(int status, String message) {
        return new McpFailure(status, status == 404, message, null);
    }

    /** The server answered that the request failed. */
    static McpFailure ofServer(String message) {
        return new McpFailure(200, false, message, null);
    }

    /** The status of HTTP, or 0. */
    int status() {
        return status;
    }

    /** Whether the next request needs a new session. */
    boolean sessionLost() {
        return sessionLost;
    }
}
