package io.mockarty.journal;

/** What was received is not what was demanded, or the proof is gone. An {@link AssertionError}, so that tests fail. */
public final class VerificationException extends AssertionError {

    private static final long serialVersionUID = 1L;

    VerificationException(String message) {
        super(message);
    }
}
