package io.mockarty.perf.metric;

/**
 * Something that is measured, such as {@code http_req_duration}. A registry hands it out; there is one per name.
 *
 * @param name letters, digits and underscores, at most 128 of them, not starting with a digit
 * @param type how samples are summed up
 * @param kind what the numbers stand for
 */
public record Metric(String name, MetricType type, ValueKind kind) {}
