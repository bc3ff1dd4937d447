/**
 * What was asked and what was answered: a journal bounded by bytes, the requests no mock knew, and verification that
 * knows when evidence is gone. {@link io.mockarty.journal.Journal} is the type to open first.
 */
@NullMarked
package io.mockarty.journal;

import org.jspecify.annotations.NullMarked;
