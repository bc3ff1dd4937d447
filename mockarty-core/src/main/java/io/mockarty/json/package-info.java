/**
 * JSON values as plain Java objects, and how they are read, written and compared.
 *
 * <p>A JSON value is one of: {@code null}, {@link java.lang.Boolean}, {@link java.lang.String}, a number
 * ({@link java.lang.Long}, {@link java.math.BigInteger} or {@link java.math.BigDecimal}), a {@code List} of JSON
 * values, or a {@code Map} from {@code String} to JSON values in document order. {@link io.mockarty.json.Json} is the
 * type to open first. Nothing here knows about mocks.
 */
@NullMarked
package io.mockarty.json;

import org.jspecify.annotations.NullMarked;
