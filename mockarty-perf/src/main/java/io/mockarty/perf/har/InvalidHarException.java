package io.mockarty.perf.har;

import java.util.List;

/** A file that is no HAR, or has nothing to make a script of. The message has a line for each problem. */
public final class InvalidHarException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidHarException(List<String> problems) {
        super(String.join("\n", problems));
    }

    InvalidHarException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
