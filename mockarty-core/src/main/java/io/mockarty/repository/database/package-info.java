/**
 * A database as we see it: which product, where, and connections to it.
 * {@link io.mockarty.repository.database.Database} is the type to open first.
 */
@NullMarked
package io.mockarty.repository.database;

import org.jspecify.annotations.NullMarked;
