package io.mockarty.perf.script;

import org.jspecify.annotations.Nullable;

/**
 * A script that cannot be run: unreadable, malformed, with unknown modules, or failing while it is loaded. The message
 * says where and why, and is meant for people.
 */
public final class ScriptLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptLoadException(String message) {
        super(message);
    }

    ScriptLoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
