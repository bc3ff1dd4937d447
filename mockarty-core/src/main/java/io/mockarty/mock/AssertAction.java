package io.mockarty.mock;

/** How a condition compares the actual value with the expected one. */
public enum AssertAction implements Literal {
    /** Equal by JSON type and content; numbers by value. */
    EQUALS("equals"),

    /** Not {@link #EQUALS}. */
    NOT_EQUALS("not_equals"),

    /** A string that contains a string, an array that contains an element, or an object that contains all members. */
    CONTAINS("contains"),

    /** Not {@link #CONTAINS}. */
    NOT_CONTAINS("not_contains"),

    /** Always true, whether the value is there or not. */
    ANY("any"),

    /** Present, and neither null, an empty string, an empty array nor an empty object. */
    NOT_EMPTY("notEmpty"),

    /** Not {@link #NOT_EMPTY}: absent or empty. */
    EMPTY("empty"),

    /** A part of the string form matches the expected value as a regular expression (RE2 syntax, linear time). */
    MATCHES("matches");

    private final String literal;

    AssertAction(String literal) {
        this.literal = literal;
    }

    @Override
    public String literal() {
        return literal;
    }

    /**
     * Tells whether this action holds exactly when another one does not.
     *
     * @return true for {@link #NOT_EQUALS}, {@link #NOT_CONTAINS} and {@link #EMPTY}
     */
    public boolean isNegation() {
        return this == NOT_EQUALS || this == NOT_CONTAINS || this == EMPTY;
    }

    static AssertAction of(String literal) {
        return Literal.of(values(), literal);
    }
}
