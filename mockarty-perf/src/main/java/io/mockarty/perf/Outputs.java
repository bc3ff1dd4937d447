package io.mockarty.perf;

import io.mockarty.json.Json;
import io.mockarty.perf.metric.SampleListener;
import io.mockarty.perf.report.HtmlReport;
import io.mockarty.perf.report.JUnitReport;
import io.mockarty.perf.report.K6Summary;
import io.mockarty.perf.report.PrometheusEndpoint;
import io.mockarty.perf.report.SampleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outputs there are. */
final class Outputs {

    private static final String FORMATS =
            "json:FILE, html:FILE, junit:FILE, csv:FILE, ndjson:FILE, k6-summary:FILE or" + " prometheus:PORT";
    private static final int MAX_PORT = 65_535;

    private Outputs() {}

    static Output parse(String text) {
        int colon = text.indexOf(':');
        String target = text.substring(colon + 1);
        if (colon < 1 || target.isBlank()) {
            throw unknown(text);
        }
        return switch (text.substring(0, colon)) {
            case "json" -> json(Path.of(target));
            case "html" -> html(Path.of(target));
            case "junit" -> junit(Path.of(target));
            case "k6-summary" -> new AtTheEnd(Path.of(target), Outputs::k6Summary);
            case "csv" -> new Samples(live -> SampleFile.csv(Path.of(target)));
            case "ndjson" ->
                new Samples(live ->
                        SampleFile.ndjson(Path.of(target), live.thresholds().expressions()));
            case "prometheus" -> new Prometheus(port(text, target));
            default -> throw unknown(text);
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("out: " + text + " (expected: " + FORMATS + ")");
    }

    private static int port(String text, String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
            throw new IllegalArgumentException("out: " + text + " (expected: a port from 0 to " + MAX_PORT + ")");
        }
        return Integer.parseInt(port);
    }

    static Output json(Path file) {
        return new AtTheEnd(file, result -> Json.writePretty(result.report()) + "\n");
    }

    static Output html(Path file) {
        return new AtTheEnd(file, result -> HtmlReport.write(result.report()));
    }

    static Output junit(Path file) {
        return new AtTheEnd(file, result -> JUnitReport.write(result.report()));
    }

    private static String k6Summary(LoadTestResult result) {
        K6Summary summary = new K6Summary(
                result.snapshot(), result.thresholds(), result.options().report());
        return Json.writePretty(summary.exported()) + "\n";
    }

    /** Makes the text of a file. */
    @FunctionalInterface
    private interface Form {

        String of(LoadTestResult result);
    }

    /** A file that is written when everything is known. */
    private record AtTheEnd(Path file, Form form) implements Output {

        @Override
        public void begin(LiveResults live) throws IOException {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null && !Files.isDirectory(directory)) {
                throw new IOException("out: " + file + " (expected: a file in a directory that exists)");
            }
        }

        @Override
        public void end(LoadTestResult result) throws IOException {
            Files.writeString(file, form.of(result));
        }
    }

    /** Opens the file of samples. */
    @FunctionalInterface
    private interface Opening {

        SampleFile open(LiveResults live) throws IOException;
    }

    /** A file of single samples. */
    private static final class Samples implements Output {

        private final Opening opening;
        private @Nullable SampleFile file;

        Samples(Opening opening) {
            this.opening = opening;
        }

        @Override
        public void begin(LiveResults live) throws IOException {
            file = opening.open(live);
        }

        @Override
        public List<SampleListener> sampleListeners() {
            return file == null ? List.of() : List.of(file);
        }

        @Override
        public void end(LoadTestResult result) throws IOException {
            close();
            if (file != null && file.dropped() > 0) {
                throw new IOException("out: " + file.file() + " lacks " + file.dropped()
                        + " samples, since they came quicker than the disk took them");
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }

    /** An endpoint for Prometheus while the run goes on. */
    private static final class Prometheus implements Output {

        private final int port;
        private @Nullable PrometheusEndpoint endpoint;

        Prometheus(int port) {
            this.port = port;
        }

        @Override
        public void begin(LiveResults live) throws IOException {
            endpoint = PrometheusEndpoint.start(port, live::snapshot, live.thresholds());
        }

        @Override
        public void end(LoadTestResult result) {
            close();
        }

        @Override
        public void close() {
            if (endpoint != null) {
                endpoint.close();
            }
        }
    }
}
