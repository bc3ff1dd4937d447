package io.mockarty.perf;

import org.jspecify.annotations.Nullable;

/** A load test that could not be run. The message is for people, the exit code for programs. */
public final class LoadTestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    LoadTestException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** {@return what kind of problem it is} */
    public ExitCode exitCode() {
        return exitCode;
    }
}
