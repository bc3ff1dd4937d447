package io.mockarty.perf;

import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.threshold.Thresholds;

/** What a run measures while it goes on. Thread-safe. */
public interface LiveResults {

    /** {@return everything that was measured so far} */
    Snapshot snapshot();

    /** {@return what the run must achieve} */
    Thresholds thresholds();
}
