package io.mockarty.jsonpath;

/**
 * The special result Nothing (RFC 9535, section 2.4.1): the absence of a value, which is not the value {@code null}. An
 * empty nodelist in a comparison counts as the same.
 */
enum Nothing {
    INSTANCE
}
