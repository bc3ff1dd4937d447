package io.mockarty.perf;

import io.mockarty.perf.metric.SampleListener;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.threshold.Thresholds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outputs of one run. */
final class OutputSet {

    private static final Logger LOG = LoggerFactory.getLogger(OutputSet.class);

    private final List<Output> outputs;
    private final Live live;

    OutputSet(List<Output> outputs, Thresholds thresholds) {
        this.outputs = outputs;
        this.live = new Live(thresholds);
    }

    /** Begins all of them; gives those who get every sample. */
    List<SampleListener> begin() throws IOException {
        List<SampleListener> listeners = new ArrayList<>();
        for (Output output : outputs) {
            output.begin(live);
            listeners.addAll(output.sampleListeners());
        }
        return listeners;
    }

    /** From now on there is something to see. */
    void started(Supplier<Snapshot> snapshots) {
        live.snapshots = snapshots;
    }

    /** Writes all of them, though some may fail. */
    void end(LoadTestResult result) throws IOException {
        IOException problem = null;
        for (Output output : outputs) {
            try {
                output.end(result);
            } catch (IOException e) {
                if (problem == null) {
                    problem = e;
                } else {
                    problem.addSuppressed(e);
                }
            }
        }
        if (problem != null) {
            throw problem;
        }
    }

    void close() {
        for (Output output : outputs) {
            try {
                output.close();
            } catch (IOException e) {
                LOG.debug("Closing {} failed", output, e);
            }
        }
    }

    private static final class Live implements LiveResults {

        private final Thresholds thresholds;
        private volatile @Nullable Supplier<Snapshot> snapshots;

        Live(Thresholds thresholds) {
            this.thresholds = thresholds;
        }

        @Override
        public Snapshot snapshot() {
            return Objects.requireNonNull(snapshots, "the run has not begun").get();
        }

        @Override
        public Thresholds thresholds() {
            return thresholds;
        }
    }
}
