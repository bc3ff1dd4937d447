/**
 * A small client of a shop's HTTP API: the code under test of the examples.
 * {@link io.mockarty.examples.shop.ShopClient} is the type to open first. It knows nothing of mocks; give it the
 * address of a real shop or of a mocked one.
 */
@NullMarked
package io.mockarty.examples.shop;

import org.jspecify.annotations.NullMarked;
