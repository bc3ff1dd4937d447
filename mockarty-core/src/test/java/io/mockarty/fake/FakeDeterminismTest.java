package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FakeDeterminismTest {

    private static final List<String> WITHOUT_WORDS = List.of(
            "UUID",
            "UUIDDigit",
            "DateTimeISO",
            "DateISO",
            "Timestamp",
            "UnixTime",
            "PositiveInt",
            "Float64",
            "Bool",
            "JWT",
            "HexColor",
            "Price",
            "Latitude",
            "IPv4",
            "PhoneNumber",
            "CreditCardNumber",
            "iban",
            "ulid",
            "btc_address");

    @Test
    void the_same_seed_clock_and_calls_give_the_same_values() {
        List<String> first = FakeTranscript.rounds(7, 20, FakeNames.all());

        assertThat(FakeTranscript.rounds(7, 20, FakeNames.all())).isEqualTo(first);
        assertThat(FakeTranscript.rounds(8, 20, FakeNames.all())).isNotEqualTo(first);
    }

    @Test
    void neighbouring_seeds_have_little_in_common() {
        List<String> first = FakeTranscript.rounds(1, 100, List.of("PositiveInt"));

        assertThat(FakeTranscript.rounds(2, 100, List.of("PositiveInt"))).doesNotContainAnyElementsOf(first);
    }

    @Test
    void forty_threads_with_a_source_each_give_the_same_list() throws Exception {
        List<String> expected = FakeTranscript.rounds(99, 20, FakeNames.all());
        ExecutorService threads = Executors.newFixedThreadPool(40);
        CountDownLatch everybodyReady = new CountDownLatch(40);
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(threads.submit(() -> {
                    everybodyReady.countDown();
                    everybodyReady.await();
                    return FakeTranscript.rounds(99, 20, FakeNames.all());
                }));
            }
            for (Future<List<String>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_jvm_with_a_turkish_locale_in_an_odd_time_zone_gives_the_same_values() throws Exception {
        List<String> abroad = inAnotherJvm(List.of(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-Dfile.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                FakeTranscript.class.getName()));

        assertThat(abroad).isEqualTo(FakeTranscript.rounds(42, 3, FakeNames.all()));
    }

    @Test
    void a_turkish_locale_finds_names_in_any_case() throws Exception {
        List<String> spellings = List.of("ipv4", "IPV4", "IPv4", "unixtime", "UNIXTIME", "iban", "IBAN");

        List<String> abroad = inAnotherJvm(Stream.concat(
                        Stream.of(
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FakeTranscript.class.getName()),
                        spellings.stream())
                .toList());

        assertThat(abroad).isEqualTo(FakeTranscript.rounds(42, 3, spellings));
    }

    @Test
    void a_jvm_with_arabic_digits_in_an_odd_time_zone_gives_the_same_values() throws Exception {
        List<String> abroad = inAnotherJvm(List.of(
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=Asia/Kathmandu",
                "-cp",
                System.getProperty("java.class.path"),
                FakeTranscript.class.getName()));

        assertThat(abroad).isEqualTo(FakeTranscript.rounds(42, 3, FakeNames.all()));
    }

    @Test
    void names_that_need_no_words_do_not_touch_datafaker() throws Exception {
        String ourClassesAlone = String.join(
                File.pathSeparator,
                home(FakeNames.class).toString(),
                home(FakeTranscript.class).toString());

        List<String> withoutDatafaker = inAnotherJvm(
                Stream.concat(Stream.of("-cp", ourClassesAlone, FakeTranscript.class.getName()), WITHOUT_WORDS.stream())
                        .toList());

        assertThat(withoutDatafaker).isEqualTo(FakeTranscript.rounds(42, 3, WITHOUT_WORDS));
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> inAnotherJvm(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process java = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as("exit code of " + command).isZero();
        return Arrays.asList(printed.split("\n"));
    }
}
