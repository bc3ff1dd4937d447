package io.mockarty.engine;

import io.mockarty.match.Mismatch;
import java.util.List;

/**
 * Why no mock answered a request.
 *
 * @param namespace the namespace that was looked in
 * @param request method and target of the request
 * @param nearest the mocks that came nearest, the nearest first
 * @param hints what may be wrong with the request as a whole
 */
record NoMatch(String namespace, String request, List<NearMiss> nearest, List<String> hints) {

    /**
     * A mock that would have answered a slightly different request.
     *
     * @param id the mock
     * @param pattern its method and route
     * @param mismatches what differs
     * @param hints what may be the reason
     */
    record NearMiss(String id, String pattern, List<Mismatch> mismatches, List<String> hints) {}
}
