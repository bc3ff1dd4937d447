package io.mockarty.perf;

import io.mockarty.perf.metric.SampleListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a load test reports to. Used for one run. */
public interface Output {

    /**
     * Called before the run begins.
     *
     * @param live what is measured while it goes on
     * @throws IOException when the output cannot be written; the run does not begin then
     */
    default void begin(LiveResults live) throws IOException {}

    /** {@return who gets every single sample; asked after {@link #begin}} */
    default List<SampleListener> sampleListeners() {
        return List.of();
    }

    /**
     * Called after the run has ended.
     *
     * @param result what came of it
     * @throws IOException when the output cannot be written
     */
    void end(LoadTestResult result) throws IOException;

    /** Gives back what the output holds, also when the run could not begin. */
    default void close() throws IOException {}

    /**
     * {@return the output that a text such as {@code json:results.json} stands for}
     *
     * @param text a format and a file: {@code json}, {@code html}, {@code junit}, {@code csv}, {@code ndjson} or
     *     {@code k6-summary}, or {@code prometheus} and a port
     * @throws IllegalArgumentException when it is malformed
     */
    static Output parse(String text) {
        return Outputs.parse(text);
    }

    /**
     * {@return an output that writes the report as JSON}
     *
     * @param file where to
     */
    static Output json(Path file) {
        return Outputs.json(file);
    }

    /**
     * {@return an output that writes the report as a page that needs no other file}
     *
     * @param file where to
     */
    static Output html(Path file) {
        return Outputs.html(file);
    }

    /**
     * {@return an output that writes thresholds and checks as test cases in the XML of JUnit}
     *
     * @param file where to
     */
    static Output junit(Path file) {
        return Outputs.junit(file);
    }
}
