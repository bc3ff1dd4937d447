package io.mockarty.perf.report;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.SampleListener;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.report.SampleFormat.Sample;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that gets every sample of a run; compressed when its name ends with {@code .gz}. A thread of its own writes
 * it, so that users do not wait for a disk: when it cannot keep up, samples are dropped and counted. Thread-safe.
 */
public final class SampleFile implements SampleListener, Closeable {

    /** So many samples wait to be written. */
    static final int CAPACITY = 200_000;

    private static final int BATCH = 1_000;
    private static final long PAUSE_MILLIS = 200;
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final SampleFormat format;
    private final Writer writer;
    private final BlockingQueue<Sample> waiting;
    private final LongAdder dropped = new LongAdder();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Exception failure;

    SampleFile(Path file, SampleFormat format, OutputStream out, int capacity) throws IOException {
        this.file = file;
        this.format = format;
        waiting = new ArrayBlockingQueue<>(capacity);
        boolean compressed = file.toString().endsWith(".gz");
        OutputStream bytes = new BufferedOutputStream(compressed ? new GZIPOutputStream(out, BUFFER) : out, BUFFER);
        writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        thread = new Thread(this::writeAll, "samples-to-" + file.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * {@return a file of JSON lines in the format of k6: {@code Metric} before the first {@code Point} of each metric}
     *
     * @param file where it is written; replaced when it exists
     * @param thresholds expressions by metric or submetric
     * @throws IOException when the file cannot be written
     */
    public static SampleFile ndjson(Path file, Map<String, List<String>> thresholds) throws IOException {
        return new SampleFile(file, new JsonLines(thresholds), Files.newOutputStream(file), CAPACITY);
    }

    /**
     * {@return a file of comma-separated values with the columns of k6}
     *
     * @param file where it is written; replaced when it exists
     * @throws IOException when the file cannot be written
     */
    public static SampleFile csv(Path file) throws IOException {
        return new SampleFile(file, new CsvLines(), Files.newOutputStream(file), CAPACITY);
    }

    @Override
    public void sample(Metric metric, double value, Tags tags, long epochMillis) {
        if (closing || failure != null || !waiting.offer(new Sample(metric, value, tags, epochMillis))) {
            dropped.increment();
        }
    }

    /** {@return how many samples are missing in the file, because it was not written fast enough or at all} */
    public long dropped() {
        return dropped.sum();
    }

    /** {@return where it is written} */
    public Path file() {
        return file;
    }

    private void writeAll() {
        StringBuilder text = new StringBuilder(BUFFER);
        List<Sample> batch = new ArrayList<>(BATCH);
        try (writer) {
            format.begin(text);
            while (true) {
                boolean last = closing;
                next(batch);
                batch.forEach(sample -> format.write(text, sample));
                writer.append(text);
                text.setLength(0);
                if (batch.isEmpty()) {
                    if (last) {
                        return;
                    }
                    writer.flush();
                }
                batch.clear();
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
            waiting.drainTo(batch);
            dropped.add(batch.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(List<Sample> batch) throws InterruptedException {
        if (waiting.drainTo(batch, BATCH) == 0 && !closing) {
            Sample sample = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (sample != null) {
                batch.add(sample);
            }
        }
    }

    /**
     * Writes what waits, and closes the file. Samples that come later are dropped.
     *
     * @throws IOException when not everything could be written
     */
    @Override
    public void close() throws IOException {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Sample> late = new ArrayList<>();
        dropped.add(waiting.drainTo(late));
        Exception problem = failure;
        if (problem != null) {
            throw new IOException(file + ": could not be written: " + problem.getMessage(), problem);
        }
    }
}
