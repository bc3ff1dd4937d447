package io.mockarty.perf.script;

/**
 * What a script may use.
 *
 * @param statements how many statements one user may execute over its life, or 0 for any number
 */
public record ScriptLimits(long statements) {

    /** No limits. */
    public static final ScriptLimits NONE = new ScriptLimits(0);
}
