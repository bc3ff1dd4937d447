/**
 * What people and machines get to see of a run. Start with {@link io.mockarty.perf.report.RunReport}, the figures as
 * JSON values, and {@link io.mockarty.perf.report.TextSummary}, the figures for a terminal.
 */
@NullMarked
package io.mockarty.perf.report;

import org.jspecify.annotations.NullMarked;
