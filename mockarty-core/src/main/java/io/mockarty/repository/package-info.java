/**
 * The truth behind a server: mocks with their versions, folders, stores, counters, request logs, and what changed.
 * Interfaces and the values they exchange; the implementations stand in the packages below.
 * {@link io.mockarty.repository.Repository} is the type to open first.
 */
@NullMarked
package io.mockarty.repository;

import org.jspecify.annotations.NullMarked;
