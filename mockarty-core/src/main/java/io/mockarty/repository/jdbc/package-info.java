/**
 * The truth in a database that is reached over JDBC: PostgreSQL, SQLite and H2, with one SQL for all of them.
 * {@link io.mockarty.repository.jdbc.JdbcRepository} is the type to open first; inside, {@code Write} says how
 * revisions are made, and {@code JdbcChangeFeed} how they are told.
 *
 * <p>Each write is one transaction, which first locks the row of its namespace. So the writes to a namespace happen one
 * after the other, whichever node they come from, and what one of them reads stays true until it is done.
 */
@NullMarked
package io.mockarty.repository.jdbc;

import org.jspecify.annotations.NullMarked;
