package io.mockarty.perf.har;

import java.util.List;

/**
 * A request of the script.
 *
 * @param order its place in the script, from 0
 * @param group the name of the group it belongs to; empty for none
 * @param entry the request
 * @param chain the entry and those that the redirects led to; what the script sees is the response to the last one
 * @param pause how long the user waited before it, in seconds; 0 for no pause
 */
record Step(int order, String group, HarEntry entry, List<HarEntry> chain, double pause) {

    HarEntry last() {
        return chain.get(chain.size() - 1);
    }

    /** The status that the script should get: a cached copy has none of its own. */
    int status() {
        return last().response().status() == 304 ? 200 : last().response().status();
    }
}
