package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeTimeTest {

    private static final Clock LATE_IN_TOKYO =
            Clock.fixed(Instant.parse("2026-12-31T23:59:58.987654321Z"), ZoneId.of("Asia/Tokyo"));

    @ParameterizedTest
    @CsvSource({
        "DateTimeISO,2026-12-31T23:59:58Z",
        "RFC3339,2026-12-31T23:59:58Z",
        "iso_datetime,2026-12-31T23:59:58Z",
        "DateISO,2026-12-31",
        "iso_date,2026-12-31",
        "Timestamp,2026-12-31 23:59:58",
        "UnixTime,1798761598"
    })
    void now_is_what_the_clock_says_in_utc_cut_to_seconds(String name, String expected) {
        assertThat(call(name, LATE_IN_TOKYO)).asString().isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date", "YearString", "TimeString", "MonthName", "DayOfWeek", "DayOfMonth", "Century"})
    void other_moments_are_random(String name) {
        FakeSource source = FakeSource.seeded(9, LATE_IN_TOKYO);

        Stream<Object> values = Stream.generate(() -> FakeTranscript.call(name, source));

        assertThat(values.limit(100).distinct()).hasSizeGreaterThan(5);
    }

    @Test
    void a_random_date_lies_between_1970_and_today() {
        FakeSource source = FakeSource.seeded(9, Clock.fixed(Instant.parse("1970-01-03T12:00:00Z"), ZoneId.of("UTC")));

        assertThat(Stream.generate(() -> FakeTranscript.call("Date", source))
                        .limit(100)
                        .distinct())
                .containsExactlyInAnyOrder("1970-01-01", "1970-01-02", "1970-01-03");
    }

    @Test
    void a_clock_before_1970_is_no_problem() {
        Clock apollo = Clock.fixed(Instant.parse("1969-07-20T20:17:40Z"), ZoneId.of("UTC"));

        assertThat(call("Date", apollo)).isEqualTo("1970-01-01");
        assertThat(call("UnixTime", apollo)).isEqualTo(-14182940L);
        assertThat(FakeNames.all())
                .allSatisfy(name -> assertThat(call(name, apollo)).isNotNull());
    }

    @Test
    void dates_durations_and_zones_can_be_read_back() {
        FakeSource source = FakeSource.seeded(9, LATE_IN_TOKYO);
        for (int i = 0; i < 300; i++) {
            assertThat(LocalDate.parse((String) FakeTranscript.call("Date", source)))
                    .isNotNull();
            assertThat(Duration.parse((String) FakeTranscript.call("duration", source)))
                    .isPositive();
            assertThat(ZoneId.of((String) FakeTranscript.call("Timezone", source)))
                    .isNotNull();
        }
    }

    @Test
    void a_jwt_is_issued_now_and_lives_for_an_hour() {
        List<String> parts = List.of(((String) call("JWT", LATE_IN_TOKYO)).split("\\."));

        assertThat(decode(parts.get(0))).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(decode(parts.get(1))).matches("\\{\"sub\":\"[0-9a-f-]{36}\",\"iat\":1798761598,\"exp\":1798765198}");
        assertThat(Base64.getUrlDecoder().decode(parts.get(2))).hasSize(32);
    }

    @Test
    void ulids_sort_by_the_moment_they_were_made() {
        assertThat((String) call("ulid", LATE_IN_TOKYO)).isGreaterThan((String) call("ulid", FakeTranscript.MORNING));
    }

    private static Object call(String name, Clock clock) {
        return FakeTranscript.call(name, FakeSource.seeded(4, clock));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
