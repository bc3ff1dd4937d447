/** The command line and the stand-alone jar. {@link io.mockarty.coordinator.cli.Main} is where a process starts. */
@NullMarked
package io.mockarty.coordinator.cli;

import org.jspecify.annotations.NullMarked;
