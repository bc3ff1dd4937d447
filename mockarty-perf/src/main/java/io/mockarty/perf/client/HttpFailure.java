package io.mockarty.perf.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An exchange that came to no answer. */
public final class HttpFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient HttpTimings timings;

    HttpFailure(int code, String message, HttpTimings timings, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.timings = timings;
    }

    /** {@return what kind of failure it is, with the numbers of k6, such as 1212 for a refused connection} */
    public int code() {
        return code;
    }

    /** {@return how long it took until it failed} */
    public HttpTimings timings() {
        return timings;
    }
}
