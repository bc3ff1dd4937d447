package io.mockarty.mock;

import java.util.List;
import java.util.stream.Collectors;

/** A document that is not a valid mock, or set of mocks. Nothing of it was stored. */
public final class InvalidMockException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Creates the exception.
     *
     * @param problems everything that is wrong, at least one problem
     */
    public InvalidMockException(List<Problem> problems) {
        this("", problems);
    }

    /**
     * Creates the exception for a named source.
     *
     * @param source where the document came from, such as a file name; empty when unknown
     * @param problems everything that is wrong, at least one problem
     */
    public InvalidMockException(String source, List<Problem> problems) {
        super(message(source, problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return everything that is wrong, in document order} */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String source, List<Problem> problems) {
        String where = source.isEmpty() ? "" : " in " + source;
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining("", count + where, ""));
    }
}
