/**
 * Which repository a server uses: the choice, from code or from the environment, and the stack it is opened as.
 * {@link io.mockarty.storage.Repositories} is the type to open first.
 */
@NullMarked
package io.mockarty.storage;

import org.jspecify.annotations.NullMarked;
