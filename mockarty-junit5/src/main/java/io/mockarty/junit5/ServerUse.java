package io.mockarty.junit5;

/** Which server the mocks are on. */
public enum ServerUse {
    /** The one that all tests of the run share; it starts with the first test and ends with the run. */
    SHARED,
    /** One of the test class and the classes nested in it, with ports and settings of its own. */
    OWN
}
