/**
 * Invented data for templates: the names that may follow {@code $.fake.}, such as {@code $.fake.FirstName} or
 * {@code $.fake.IntBetween(1, 10)}.
 *
 * <p>{@link io.mockarty.fake.FakeNames} is the type to open first: it finds a {@link io.mockarty.fake.FakeFunction} by
 * its name, and the function draws its value from a {@link io.mockarty.fake.FakeSource}, the seeded randomness and the
 * clock of one request. The same seed, clock and sequence of calls give the same values in every thread, locale, time
 * zone and JVM. {@code docs/faker.md} lists every name.
 *
 * <p>Word lists (names of people, places, products) come from Datafaker and are read once, by the first name that needs
 * them; Datafaker never draws a random number here. Nothing in this package knows about mocks.
 */
@NullMarked
package io.mockarty.fake;

import org.jspecify.annotations.NullMarked;
