/**
 * What a script can import. Start with {@link io.mockarty.perf.module.ScriptModule}: whoever implements it and lists
 * the class for {@link java.util.ServiceLoader} gives scripts a module of their own.
 */
@NullMarked
package io.mockarty.perf.module;

import org.jspecify.annotations.NullMarked;
