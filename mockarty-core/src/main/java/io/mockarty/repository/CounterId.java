package io.mockarty.repository;

/**
 * Names something that a mock counts. Immutable and thread-safe.
 *
 * @param mockId the mock
 * @param version the version of the mock that counts
 * @param kind what is counted
 */
public record CounterId(String mockId, long version, Kind kind) {

    /** What a mock counts. */
    public enum Kind {
        /** The requests it has answered, against {@code useLimiter}. */
        USE,

        /** The answers it has taken from {@code oneOf}, one after the other. */
        ONE_OF
    }
}
