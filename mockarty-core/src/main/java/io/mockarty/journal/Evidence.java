package io.mockarty.journal;

import io.mockarty.match.RequestPattern;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Requests that were received with their answers, for verifications to look at. Thread-safe. */
public interface Evidence {

    /** {@return a copy of the entries that are still there, in the order they came} */
    List<JournalEntry> all();

    /**
     * Returns the entries that were added after another.
     *
     * @param sequence the sequence of the other entry, or 0 for all
     * @return the entries, the one added latest first
     */
    List<JournalEntry> newerThan(long sequence);

    /** {@return how many entries are not there any more, so that nothing is proven about them} */
    long evicted();

    /**
     * Waits until a condition holds that depends on the entries.
     *
     * @param condition the condition, asked now and whenever an entry was added; it may take its time
     * @param atMost how long to wait
     * @return false when time ran out first
     */
    boolean await(BooleanSupplier condition, Duration atMost);

    /**
     * Starts the verification of what was received.
     *
     * @param pattern which requests are meant
     * @return the verification
     */
    default Verification verify(RequestPattern pattern) {
        return new Verification(this, pattern);
    }

    /**
     * Verifies that requests came in an order, with any others in between.
     *
     * @param patterns the requests, first to last
     * @throws VerificationException when they did not, naming the first that is missing
     */
    default void verifyInOrder(List<RequestPattern> patterns) {
        verifyInOrder(patterns, Duration.ZERO);
    }

    /**
     * Verifies that requests come in an order, with any others in between, waiting for those on their way.
     *
     * @param patterns the requests, first to last
     * @param atMost how long to wait
     * @throws VerificationException when they have not come by then, naming the first that is missing
     */
    default void verifyInOrder(List<RequestPattern> patterns, Duration atMost) {
        OrderedVerification.verify(this, patterns, atMost);
    }
}
