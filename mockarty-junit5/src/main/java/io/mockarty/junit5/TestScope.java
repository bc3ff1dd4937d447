package io.mockarty.junit5;

/** How many tests share something. */
public enum TestScope {
    /** Nobody: each test method, and each of its repetitions, has its own. */
    METHOD,
    /** The tests of one class; a nested class has its own, on top of that of the class around it. */
    CLASS,
    /** All tests of the run that ask for it. */
    SUITE
}
