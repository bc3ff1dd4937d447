/**
 * When iterations start and who does them. Start with {@link io.mockarty.perf.schedule.VirtualUser}, which the schedule
 * drives without knowing whether it runs JavaScript or Java.
 */
@NullMarked
package io.mockarty.perf.schedule;

import org.jspecify.annotations.NullMarked;
