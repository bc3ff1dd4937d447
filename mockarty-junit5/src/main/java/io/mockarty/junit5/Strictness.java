package io.mockarty.junit5;

/** What makes a test fail that would have passed. */
public enum Strictness {
    /** Requests that no mock matched, and stubs that no request used. */
    ALL,
    /** Requests that no mock matched. */
    UNMATCHED_REQUESTS,
    /** Stubs made in a test method that no request used, but for lenient ones. */
    UNUSED_STUBS,
    /** Nothing. */
    OFF;

    boolean refusesUnmatchedRequests() {
        return this == ALL || this == UNMATCHED_REQUESTS;
    }

    boolean refusesUnusedStubs() {
        return this == ALL || this == UNUSED_STUBS;
    }
}
