/**
 * What a load test measures. Start with {@link io.mockarty.perf.metric.MetricRegistry}, which knows the metrics of a
 * run, and {@link io.mockarty.perf.metric.Recorder}, through which a virtual user adds samples.
 */
@NullMarked
package io.mockarty.perf.metric;

import org.jspecify.annotations.NullMarked;
