package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.Json;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {

    private static final Metric DURATION = new Metric("http_req_duration", MetricType.TREND, ValueKind.TIME);
    private static final Metric CHECKS = new Metric("checks", MetricType.RATE, ValueKind.DEFAULT);
    private static final long TIME = 1_767_323_045_678L;

    @TempDir
    private Path directory;

    @Test
    void json_lines_define_each_metric_before_its_first_point() throws IOException {
        Path path = directory.resolve("samples.json");
        Map<String, List<String>> thresholds =
                Map.of("http_req_duration", List.of("p(95) < 500"), "http_req_duration{name:login}", List.of("max<1"));
        try (SampleFile file = SampleFile.ndjson(path, thresholds)) {
            file.sample(DURATION, 87.5, Tags.EMPTY.with("name", "a\"b"), TIME);
            file.sample(DURATION, 1, Tags.EMPTY, TIME);
            file.sample(CHECKS, 1, Tags.EMPTY, TIME);
        }
        List<String> lines = Files.readAllLines(path);
        assertThat(lines)
                .hasSize(5)
                .allSatisfy(line -> assertThat(Json.parse(line)).isNotNull());
        assertThat(Json.write(Json.parse(lines.get(0))))
                .contains("\"type\":\"Metric\"")
                .contains("\"data\":{\"name\":\"http_req_duration\",\"type\":\"trend\",\"contains\":\"time\","
                        + "\"thresholds\":[\"p(95) < 500\"],\"submetrics\":[{")
                .contains("\"suffix\":\"name:login\"")
                .endsWith("\"metric\":\"http_req_duration\"}");
        assertThat(lines.get(1))
                .isEqualTo("{\"metric\":\"http_req_duration\",\"type\":\"Point\",\"data\":{"
                        + "\"time\":\"2026-01-02T03:04:05.678Z\",\"value\":87.5,\"tags\":{\"name\":\"a\\\"b\"}}}");
        assertThat(lines.get(3)).contains("\"type\":\"rate\"").contains("\"submetrics\":[]");
    }

    @Test
    void csv_has_the_columns_of_k6() throws IOException {
        Path path = directory.resolve("samples.csv");
        Tags tags = Tags.of(Map.of(
                "name", "a,b \"c\"", "status", "200", "group", "::login", "team", "shop", "zone", "eu", "vu", "7"));
        try (SampleFile file = SampleFile.csv(path)) {
            file.sample(DURATION, 87.1234567, tags, TIME);
            file.sample(CHECKS, -0.000001, Tags.EMPTY.with("check", "is odd"), TIME);
            file.sample(CHECKS, 1e13, Tags.EMPTY, TIME);
        }
        assertThat(Files.readAllLines(path))
                .containsExactly(
                        "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,"
                                + "proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata",
                        "http_req_duration,1767323045,87.123457,,,,,::login,,\"a,b \"\"c\"\"\",,,,200,,,,team=shop&zone=eu,vu=7",
                        "checks,1767323045,-0.000001,is odd,,,,,,,,,,,,,,,",
                        "checks,1767323045,10000000000000.000000,,,,,,,,,,,,,,,,");
    }

    @Test
    void a_name_that_ends_with_gz_makes_a_compressed_file() throws IOException {
        Path path = directory.resolve("samples.csv.gz");
        try (SampleFile file = SampleFile.csv(path)) {
            file.sample(CHECKS, 1, Tags.EMPTY, TIME);
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .endsWith("checks,1767323045,1.000000,,,,,,,,,,,,,,,,\n");
        }
    }

    @Test
    void samples_of_many_threads_all_arrive() throws Exception {
        Path path = directory.resolve("many.csv");
        SampleFile file = SampleFile.csv(path);
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread user = new Thread(() -> {
                for (int j = 0; j < 10_000; j++) {
                    file.sample(CHECKS, j, Tags.EMPTY, TIME);
                }
            });
            user.start();
            users.add(user);
        }
        for (Thread user : users) {
            user.join();
        }
        file.close();
        assertThat(file.dropped()).isZero();
        assertThat(Files.readAllLines(path)).hasSize(40_001);
    }

    @Test
    void samples_that_find_no_place_are_dropped_and_counted() throws IOException {
        CountDownLatch go = new CountDownLatch(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                written.write(bytes, offset, length);
            }
        };
        SampleFile file = new SampleFile(directory.resolve("slow.csv"), new CsvLines(), slow, 10);
        int sent = 0;
        while (file.dropped() == 0) {
            file.sample(CHECKS, sent++, Tags.EMPTY, TIME);
        }
        go.countDown();
        file.close();
        file.sample(CHECKS, sent++, Tags.EMPTY, TIME);
        long lines = written.toString(java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .count()
                - 1;
        assertThat(lines + file.dropped()).isEqualTo(sent);
    }

    @Test
    void a_file_that_cannot_be_written_says_so() {
        assertThatThrownBy(() -> SampleFile.csv(directory.resolve("missing/samples.csv")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> {
                    OutputStream full = new OutputStream() {
                        @Override
                        public void write(int b) throws IOException {
                            throw new IOException("no space left");
                        }
                    };
                    try (SampleFile file = new SampleFile(directory.resolve("full.csv"), new CsvLines(), full, 10)) {
                        file.sample(CHECKS, 1, Tags.EMPTY, TIME);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("full.csv: could not be written: no space left");
    }
}
