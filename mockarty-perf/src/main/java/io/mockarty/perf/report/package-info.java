/**
 * What people and machines get to see of a run, made of its report as JSON values. Start with
 * {@link io.mockarty.perf.report.HtmlReport}.
 */
@NullMarked
package io.mockarty.perf.report;

import org.jspecify.annotations.NullMarked;
