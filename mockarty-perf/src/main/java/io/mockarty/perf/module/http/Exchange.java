package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a request: each hop of its redirects, the last of which may have failed. */
final class Exchange {

    private final List<Hop> hops = new ArrayList<>(1);

    /** One request on the wire. */
    record Hop(
            HttpCall call,
            @Nullable HttpAnswer answer,
            @Nullable HttpFailure failure) {}

    void answered(HttpCall call, HttpAnswer answer) {
        hops.add(new Hop(call, answer, null));
    }

    void failed(HttpCall call, HttpFailure failure) {
        hops.add(new Hop(call, null, failure));
    }

    List<Hop> hops() {
        return hops;
    }

    Hop last() {
        return hops.get(hops.size() - 1);
    }
}
