package io.mockarty.journal;

/** What was received is not what was demanded, or the proof is gone. An {@link AssertionError}, so that tests fail. */
public final class VerificationException extends AssertionError {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what was expected and what came instead
     */
    public VerificationException(String message) {
        super(message);
    }
}
