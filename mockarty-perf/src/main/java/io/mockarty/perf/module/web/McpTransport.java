package io.mockarty.perf.module.web;

import java.util.Map;

/** Carries messages to a server of MCP and back. Used by one thread. */
interface McpTransport extends AutoCloseable {

    /**
     * Sends a request and waits for its response; requests of the server that come before are answered.
     *
     * @param message the request
     * @param id its id
     * @param deadline until when to wait, as {@link System#nanoTime}
     * @return the response, with {@code result} or {@code error}
     * @throws McpFailure when there is no response
     */
    Map<?, ?> request(Map<String, Object> message, long id, long deadline) throws McpFailure;

    /**
     * Sends a message that has no response.
     *
     * @throws McpFailure when it cannot be sent
     */
    void send(Map<String, Object> message, long deadline) throws McpFailure;

    /** Learns the version of the protocol that client and server agreed on. */
    void agreed(String version);

    /** Tells the server that the session is over, where the transport has a way to. */
    void sayGoodbye();

    /** Lets go of connections. */
    @Override
    void close();
}
