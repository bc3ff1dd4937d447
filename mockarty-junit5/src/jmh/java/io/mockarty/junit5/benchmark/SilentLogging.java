package io.mockarty.junit5.benchmark;

/**
 * Configures {@code java.util.logging} with no handler at all, so that no contender is measured by what it prints. The
 * JDK creates it, as {@code java.util.logging.config.class}.
 */
public final class SilentLogging {

    /** Sets nothing up. */
    public SilentLogging() {}
}
