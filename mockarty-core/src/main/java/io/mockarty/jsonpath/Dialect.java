package io.mockarty.jsonpath;

/** How far a parser may leave the grammar of RFC 9535. */
enum Dialect {
    /** The RFC and nothing else. */
    STRICT,
    /** Adds bare names, names with hyphens and filters without brackets. */
    LENIENT,
    /** A path inside other text: adds names with hyphens, and no blank may stand between segments. */
    EMBEDDED;

    /** Tells whether {@code .x-request-id} is one name. */
    boolean hyphens() {
        return this != STRICT;
    }

    /** Tells whether {@code $.items?(@.price > 100)} is a filter. */
    boolean bareFilters() {
        return this == LENIENT;
    }

    /** Tells whether {@code @[ 'a' ] == 1} is a comparison; the RFC's singular-query has no room for the blanks. */
    boolean blanksInSingularQueries() {
        return this != STRICT;
    }
}
