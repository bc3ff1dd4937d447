package io.mockarty.storage;

import java.util.List;

/** Settings that cannot be used. The message has one line for each that is wrong, and shows no secret. */
public final class InvalidSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidSettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return the lines of the message, each {@code NAME: value (expected: ...)}} */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
