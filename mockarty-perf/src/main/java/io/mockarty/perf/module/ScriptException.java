package io.mockarty.perf.module;

import org.jspecify.annotations.Nullable;

/**
 * Something a script did wrong, or that went wrong while it was served. In JavaScript it is an {@code Error} with the
 * same message, which the script may catch.
 */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, with the value and what was expected
     */
    public ScriptException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong, with the value and what was expected
     * @param cause why, or null
     */
    public ScriptException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
