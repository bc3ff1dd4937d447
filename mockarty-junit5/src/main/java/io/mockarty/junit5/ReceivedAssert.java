package io.mockarty.junit5;

import io.mockarty.journal.Times;
import io.mockarty.journal.Verification;
import java.time.Duration;

/** Asserts how often requests were received. Not thread-safe. */
public final class ReceivedAssert {

    private final MockartyServerAssert parent;
    private final Verification verification;
    private final Duration within;

    ReceivedAssert(MockartyServerAssert parent, Verification verification, Duration within) {
        this.parent = parent;
        this.verification = verification;
        this.within = within;
    }

    /**
     * Waits for requests that are still on their way.
     *
     * @param atMost how long
     * @return the same demand, with a wait
     */
    public ReceivedAssert within(Duration atMost) {
        return new ReceivedAssert(parent, verification, atMost);
    }

    /** {@return the assertion on the server, once exactly one request is found} */
    public MockartyServerAssert once() {
        return was(Times.once());
    }

    /** {@return the assertion on the server, once no request is found} */
    public MockartyServerAssert never() {
        return was(Times.never());
    }

    /**
     * Demands a number.
     *
     * @param count how many requests
     * @return the assertion on the server
     */
    public MockartyServerAssert times(int count) {
        return was(Times.exactly(count));
    }

    /**
     * Demands a least number.
     *
     * @param count how many requests at least
     * @return the assertion on the server
     */
    public MockartyServerAssert atLeast(int count) {
        return was(Times.atLeast(count));
    }

    /**
     * Demands a greatest number.
     *
     * @param count how many requests at most
     * @return the assertion on the server
     */
    public MockartyServerAssert atMost(int count) {
        return was(Times.atMost(count));
    }

    /**
     * Demands a range.
     *
     * @param min how many requests at least
     * @param max how many requests at most
     * @return the assertion on the server
     */
    public MockartyServerAssert between(int min, int max) {
        return was(Times.between(min, max));
    }

    private MockartyServerAssert was(Times times) {
        if (within.isZero()) {
            verification.was(times);
        } else {
            verification.was(times, within);
        }
        return parent;
    }
}
