package io.mockarty.perf.script;

import org.jspecify.annotations.Nullable;

/** A function of a script has thrown. The message tells what and where. */
public final class ScriptCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String function;

    ScriptCallException(String message, String function, @Nullable Throwable cause) {
        super(message, cause);
        this.function = function;
    }

    /** {@return the name of the function} */
    public String function() {
        return function;
    }
}
