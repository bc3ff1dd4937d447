/**
 * The mock document: what a mock answers and how, as immutable records that are also the wire format.
 *
 * <p>Each record is a typed view of one JSON object, so whatever a document holds survives a round trip.
 * {@link io.mockarty.mock.Mock} is the type to open first, {@link io.mockarty.mock.MockDsl} the way to write mocks in
 * Java, {@link io.mockarty.mock.MockCodec} the way to read and write files. What fields exist, and what they may hold,
 * stands once, in {@code MockSchema}.
 */
@NullMarked
package io.mockarty.mock;

import org.jspecify.annotations.NullMarked;
