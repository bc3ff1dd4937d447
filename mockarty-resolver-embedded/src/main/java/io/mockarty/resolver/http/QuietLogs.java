package io.mockarty.resolver.http;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the start-up lines of Undertow and its libraries out of java.util.logging, unless somebody has set their
 * levels. Loggers are held, because a level set on a logger that nobody holds is forgotten. This concerns an
 * application's own Undertow in the same JVM, too; and it does nothing when JBoss Logging is bound to another backend,
 * which then decides.
 */
final class QuietLogs {

    private static final List<Logger> HELD = Stream.of("io.undertow", "org.xnio", "org.jboss.threads")
            .map(Logger::getLogger)
            .peek(logger -> {
                if (logger.getLevel() == null) {
                    logger.setLevel(Level.WARNING);
                }
            })
            .toList();

    private QuietLogs() {}

    /** Quietens the loggers, once per JVM. */
    static int apply() {
        return HELD.size();
    }
}
