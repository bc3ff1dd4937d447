package io.mockarty.repository;

import io.mockarty.journal.UndefinedRequest;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Requests with one method and path that no mock answered, on any node. Immutable and thread-safe.
 *
 * @param request the requests; the id is made of method and path, so all nodes have the same
 * @param ignored whether somebody said that they are of no interest
 */
public record UndefinedRow(UndefinedRequest request, boolean ignored) {

    /**
     * Returns the id of a row.
     *
     * @param request a request of the row
     * @return the id, the same for all requests with that method and path
     */
    public static String idOf(MockRequest request) {
        String key = request.method() + ' ' + request.path();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
