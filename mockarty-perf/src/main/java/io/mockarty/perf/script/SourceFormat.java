package io.mockarty.perf.script;

/** How a script is written. */
enum SourceFormat {
    /** {@code import} and {@code export}, as in k6. */
    ES_MODULE,
    /** {@code require} and {@code module.exports}. */
    COMMON_JS,
    /** Statements that use {@code mk} or {@code pm} and export nothing; each iteration runs all of them. */
    LEGACY
}
