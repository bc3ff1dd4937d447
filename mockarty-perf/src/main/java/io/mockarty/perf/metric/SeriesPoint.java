package io.mockarty.perf.metric;

/**
 * What happened in one interval of a run.
 *
 * @param seconds the end of the interval, in seconds since the run began
 * @param averageMillis the mean duration of its requests; 0 when there were none
 * @param p95Millis the duration that 95 % of them did not exceed
 * @param perSecond how many requests were answered per second
 * @param users how many users were active at its end
 * @param errorRate the share of requests that failed, from 0 to 1
 */
public record SeriesPoint(
        double seconds, double averageMillis, double p95Millis, double perSecond, int users, double errorRate) {}
