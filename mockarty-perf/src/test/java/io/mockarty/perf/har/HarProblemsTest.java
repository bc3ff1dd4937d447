package io.mockarty.perf.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class HarProblemsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}|log: missing (expected: the object that every HAR consists of)",
                "[1]|log: missing (expected: the object that every HAR consists of)",
                "{\"log\":{\"pages\":[]}}|log.entries: missing (expected: an array of entries)",
                "{\"log\":{\"entries\":[]}}|log.entries: empty (expected: at least one request)",
                "{\"log\":{\"entries\":[7]}}|log.entries[0]: 7 (expected: an object with request and response)",
            })
    void what_is_no_recording_is_refused(String text, String message) {
        Path file = Recordings.write(directory, text);

        assertThatThrownBy(() -> HarScript.write(file, HarOptions.DEFAULTS))
                .isInstanceOf(InvalidHarException.class)
                .hasMessage(message);
    }

    @Test
    void all_problems_are_told_with_the_number_of_the_entry_and_the_field() {
        Path file = Recordings.write(directory, """
                {"log": {"pages": [{"title": "x"}], "entries": [
                  {"startedDateTime": "2026-11-24T09:30:00+01:00", "request": {"method": "GET", "url": "http://a/"}, "response": {"status": 200}},
                  {"startedDateTime": "yesterday", "request": {"method": "G T", "url": "/a"}, "response": {"status": "ok"}},
                  {"startedDateTime": "2026-11-24T09:30:00Z", "request": {"method": "GET", "url": "http://a/", "headers": [{"value": 1}], "postData": 3}}
                ]}}""");

        assertThatThrownBy(() -> HarScript.write(file, HarOptions.DEFAULTS)).hasMessage("""
                log.pages[0].id: missing (expected: the text that entries refer to as pageref)
                log.entries[1].startedDateTime: "yesterday" (expected: a moment such as 2026-11-24T09:30:00.000Z)
                log.entries[1].request.method: "G T" (expected: a method such as GET)
                log.entries[1].request.url: "/a" (expected: an absolute URL such as https://host/path)
                log.entries[1].response.status: "ok" (expected: a number such as 200)
                log.entries[2].request.headers[0].name: missing (expected: the name of a header)
                log.entries[2].request.postData: 3 (expected: an object with mimeType and text or params)
                log.entries[2].response: missing (expected: an object with status)""");
    }

    @Test
    void broken_json_is_told_with_line_and_column() {
        Path file = Recordings.write(directory, "{\"log\": {\n  \"entries\": [{]}}");

        assertThatThrownBy(() -> HarScript.write(file, HarOptions.DEFAULTS))
                .isInstanceOf(InvalidHarException.class)
                .hasMessageStartingWith("test.har: no JSON at line 2, column 16: ");
    }

    @Test
    void a_file_that_is_cut_off_is_told_as_such() {
        Path file = Recordings.write(directory, "{\"log\": {\"entries\": [{\"request\": {\"url\": \"http");

        assertThatThrownBy(() -> HarScript.write(file, HarOptions.DEFAULTS))
                .isInstanceOf(InvalidHarException.class)
                .hasMessageContaining("no JSON at line 1");
    }

    @Test
    void a_missing_file_is_no_invalid_one() {
        assertThatThrownBy(() -> HarScript.write(directory.resolve("none.har"), HarOptions.DEFAULTS))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_recording_of_nothing_but_statics_tells_what_was_left_out() {
        Recordings recordings = new Recordings()
                .get("http://a/a.css", Recordings.response(200, "text/css", ""))
                .get("data:image/png;base64,AAAA", Recordings.ok());

        assertThatThrownBy(() -> recordings.script(directory))
                .hasMessage("log.entries: nothing is left of 2 (expected: at least one request; not repeated are"
                        + " addresses that are not HTTP: 1, static resources: 1)");
    }

    @Test
    void a_byte_order_mark_does_not_matter() throws Exception {
        Path file = Recordings.write(
                directory,
                "\uFEFF{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-11-24T09:30:00Z\","
                        + "\"request\":{\"method\":\"get\",\"url\":\"http://a/b\"},\"response\":{\"status\":200}}]}}");

        assertThat(HarScript.write(file, HarOptions.DEFAULTS)).contains("http.get(`${BASE_URL}/b`)");
    }

    @Test
    void a_recording_of_50_megabytes_needs_no_more_than_256_of_memory() throws Exception {
        Path har = directory.resolve("large.har");
        writeLarge(har);
        assertThat(Files.size(har)).isGreaterThan(50_000_000);
        Path script = directory.resolve("large.js");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeRecording.class.getName(),
                        har.toString(),
                        script.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "output.txt"))
                .start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(directory.resolve("output.txt"))).isEmpty();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(script)).contains("`${BASE_URL}/items/${pageId}`", "/page/499`");
    }

    /** One response of 20 MB, the rest in 500 of 64 kB. */
    private static void writeLarge(Path har) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(har)) {
            out.write("{\"log\":{\"version\":\"1.2\",\"entries\":[");
            entry(out, "/all", "{\\\"filler\\\":\\\"" + "y".repeat(20_000_000) + "\\\"}");
            for (int i = 0; i < 500; i++) {
                out.write(",");
                entry(
                        out,
                        "/page/" + i,
                        "{\\\"id\\\":\\\"item-" + i + "\\\",\\\"filler\\\":\\\"" + "x".repeat(64_000) + "\\\"}");
            }
            out.write(",");
            entry(out, "/items/item-7", "{}");
            out.write("]}}");
        }
    }

    private static void entry(BufferedWriter out, String path, String body) throws IOException {
        out.write(
                "{\"startedDateTime\":\"2026-11-24T09:30:00.000Z\",\"time\":5,\"request\":{\"method\":\"GET\",\"url\":\"http://a");
        out.write(path);
        out.write(
                "\",\"headers\":[]},\"response\":{\"status\":200,\"headers\":[],\"content\":{\"mimeType\":\"application/json\",\"text\":\"");
        out.write(body);
        out.write("\"}}}");
    }
}
