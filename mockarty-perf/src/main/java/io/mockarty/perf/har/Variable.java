package io.mockarty.perf.har;

/**
 * A value that a response brings and later requests send back.
 *
 * @param name the name of the variable
 * @param step the step whose response has it
 * @param extraction the expression that takes it from {@code res}
 * @param source where it is in the response, for people
 * @param number whether the expression gives a number
 * @param vague whether the value is so short that only its place tells it from other values
 */
record Variable(String name, int step, String extraction, String source, boolean number, boolean vague) {

    /** Whether a value at this place may be taken for the variable. */
    boolean suits(Use.Place place, String nameThere) {
        return !vague || place == Use.Place.PATH || Names.isToken(nameThere);
    }
}
