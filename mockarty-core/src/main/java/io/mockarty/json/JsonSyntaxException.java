package io.mockarty.json;

import org.jspecify.annotations.Nullable;

/** Text that is not JSON or YAML, with the place where reading stopped. */
public final class JsonSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * Creates the exception.
     *
     * @param problem what is wrong, in words
     * @param line the line, counted from 1, or -1 when unknown
     * @param column the column, counted from 1, or -1 when unknown
     * @param cause what the parser threw, or null
     */
    public JsonSyntaxException(String problem, int line, int column, @Nullable Throwable cause) {
        super(line > 0 ? "line " + line + ", column " + column + ": " + problem : problem, cause);
        this.line = line;
        this.column = column;
    }

    /**
     * Returns the line of the problem.
     *
     * @return the line, counted from 1, or -1 when unknown
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column of the problem.
     *
     * @return the column, counted from 1, or -1 when unknown
     */
    public int column() {
        return column;
    }
}
