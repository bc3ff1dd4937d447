package io.mockarty.jsonpath;

/** Text that is not a well-formed and valid JSONPath query (RFC 9535, section 2.1), with the place of the problem. */
public final class JsonPathSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_BEFORE = 60;
    private static final int SHOWN_AFTER = 40;

    private final int position;
    private final String problem;

    /**
     * Creates the exception. Its message names the position and the problem, and shows the text with a caret below the
     * position.
     *
     * @param text the text that was parsed
     * @param position where the problem is, counted from 0 in UTF-16 units; the length of the text for its end
     * @param problem what was found and what was expected, in words
     */
    public JsonPathSyntaxException(String text, int position, String problem) {
        super("JSONPath, position " + position + ": " + problem + show(text, position));
        this.position = position;
        this.problem = problem;
    }

    /**
     * Returns the position of the problem in the text.
     *
     * @return the position, counted from 0 in UTF-16 units
     */
    public int position() {
        return position;
    }

    /**
     * Returns what was found and what was expected, without the position.
     *
     * @return the problem in words
     */
    public String problem() {
        return problem;
    }

    private static String show(String text, int position) {
        int from = Math.max(0, position - SHOWN_BEFORE);
        int to = Math.min(text.length(), position + SHOWN_AFTER);
        StringBuilder shown = new StringBuilder("\n  ");
        // One column for each character, also for a line break, or the caret would point elsewhere.
        text.substring(from, to).chars().forEach(c -> shown.append(c < ' ' ? ' ' : (char) c));
        return shown.append("\n  ")
                .append(" ".repeat(position - from))
                .append('^')
                .toString();
    }
}
