package io.mockarty.perf.threshold;

import java.util.List;

/**
 * Thresholds or abort criteria that cannot be evaluated. The message tells all problems, and for malformed expressions
 * points at the character.
 */
public final class InvalidThresholdsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidThresholdsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return what is wrong, in the order of the options; each may have several lines} */
    public List<String> problems() {
        return problems;
    }
}
