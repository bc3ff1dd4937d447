package io.mockarty.repository;

/**
 * A repository that could not be reached, or refused. Nothing of the operation was written, unless the connection was
 * lost while it was being acknowledged; then all of it may have been, and the message says so.
 */
public class RepositoryException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param repository what failed, as {@link Repository#name} says it
     * @param problem what is wrong, and what to do next
     */
    public RepositoryException(String repository, String problem) {
        super(repository + ": " + problem);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param repository what failed, as {@link Repository#name} says it
     * @param problem what is wrong, and what to do next
     * @param cause what was caught
     */
    public RepositoryException(String repository, String problem, Throwable cause) {
        super(repository + ": " + problem, cause);
    }
}
