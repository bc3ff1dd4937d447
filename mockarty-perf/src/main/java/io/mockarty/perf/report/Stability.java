package io.mockarty.perf.report;

import io.mockarty.perf.metric.SeriesPoint;
import java.util.ArrayList;
import java.util.List;

/** How even the throughput is. */
final class Stability {

    private Stability() {}

    /**
     * The coefficient of variation of the requests per second, 0 when they never change. A last interval that is less
     * than half as long as the first does not count: its few requests say little.
     */
    static double ofThroughput(List<SeriesPoint> series) {
        List<Double> rates = new ArrayList<>();
        double before = 0;
        for (SeriesPoint point : series) {
            boolean stub = !rates.isEmpty()
                    && (point.seconds() - before) * 2 < series.get(0).seconds();
            before = point.seconds();
            if (!stub) {
                rates.add(point.perSecond());
            }
        }
        double mean = rates.stream().mapToDouble(rate -> rate).average().orElse(0);
        double variance = rates.stream()
                .mapToDouble(rate -> (rate - mean) * (rate - mean))
                .average()
                .orElse(0);
        return mean == 0 ? 0 : Math.sqrt(variance) / mean;
    }
}
