package io.mockarty.repository.jdbc;

/**
 * A parameter that goes to the database letter for letter: JSON, which holds nothing that a database refuses, or a text
 * to search for. Other texts are spelled as {@link StoredText} says.
 *
 * @param text the text
 */
record Source(String text) {}
