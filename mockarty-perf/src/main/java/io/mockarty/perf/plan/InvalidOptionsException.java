package io.mockarty.perf.plan;

import io.mockarty.mock.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Options that cannot be run. The message tells all problems, one per line. */
public final class InvalidOptionsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong, not empty
     */
    public InvalidOptionsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** {@return what is wrong} */
    public List<Problem> problems() {
        return problems;
    }
}
