package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Moments: some are what the clock says, some are random (see {@link FakeNames}). All in UTC and in English. */
final class TimeFakes {

    private static final long SECONDS_PER_DAY = 86_400;
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> CENTURIES = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII", "XVIII", "XIX", "XX", "XXI");
    private static final List<String> ZONES = List.of(
            "Africa/Cairo",
            "Africa/Johannesburg",
            "Africa/Lagos",
            "Africa/Nairobi",
            "America/Argentina/Buenos_Aires",
            "America/Bogota",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "America/Mexico_City",
            "America/New_York",
            "America/Sao_Paulo",
            "America/Toronto",
            "Asia/Bangkok",
            "Asia/Dubai",
            "Asia/Hong_Kong",
            "Asia/Istanbul",
            "Asia/Jakarta",
            "Asia/Kolkata",
            "Asia/Seoul",
            "Asia/Singapore",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Europe/Berlin",
            "Europe/London",
            "Europe/Madrid",
            "Europe/Moscow",
            "Europe/Paris",
            "Europe/Warsaw",
            "Pacific/Auckland");
    private static final List<String> PERIODS = List.of("AM", "PM");

    private TimeFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("DateTimeISO", TimeFakes::now),
                plain("RFC3339", TimeFakes::now),
                plain("iso_datetime", TimeFakes::now),
                plain("DateISO", TimeFakes::today),
                plain("iso_date", TimeFakes::today),
                plain("Timestamp", source -> now(source).replace('T', ' ').replace("Z", "")),
                plain("UnixTime", source -> source.now().getEpochSecond()),
                plain("Date", source -> randomDay(source).toString()),
                plain("TimeString", TimeFakes::randomTime),
                plain("MonthName", source -> source.pick(MONTHS)),
                plain("YearString", source -> String.valueOf(randomDay(source).getYear())),
                plain("DayOfWeek", source -> source.pick(DAYS)),
                plain("DayOfMonth", source -> String.valueOf(source.between(1, 31))),
                plain("Century", source -> source.pick(CENTURIES)),
                plain("Timezone", source -> source.pick(ZONES)),
                plain("TimePeriod", source -> source.pick(PERIODS)),
                plain("cron", TimeFakes::cron),
                plain("duration", TimeFakes::duration));
    }

    private static String now(FakeSource source) {
        return source.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String today(FakeSource source) {
        return LocalDate.ofInstant(source.now(), ZoneOffset.UTC).toString();
    }

    /** From 1970 to today; 1970-01-01 when the clock is earlier than that. */
    private static LocalDate randomDay(FakeSource source) {
        Instant now = source.now();
        return LocalDate.ofEpochDay(source.between(0, Math.max(0, now.getEpochSecond() / SECONDS_PER_DAY)));
    }

    private static String randomTime(FakeSource source) {
        String time =
                LocalTime.ofSecondOfDay(source.between(0, SECONDS_PER_DAY - 1)).toString();
        return time.length() == 5 ? time + ":00" : time;
    }

    /** Five fields: minute, hour, day of month, month, day of week. */
    private static String cron(FakeSource source) {
        return switch (source.random().nextInt(4)) {
            case 0 -> "*/" + source.pick(List.of(5, 10, 15, 20, 30)) + " * * * *";
            case 1 -> source.between(0, 59) + " " + source.between(0, 23) + " * * *";
            case 2 -> source.between(0, 59) + " " + source.between(0, 23) + " * * " + source.between(0, 6);
            default -> source.between(0, 59) + " " + source.between(0, 23) + " " + source.between(1, 28) + " * *";
        };
    }

    /** ISO 8601, from a minute to a day. */
    private static String duration(FakeSource source) {
        long hours = source.between(0, 23);
        return "PT" + (hours == 0 ? "" : hours + "H") + source.between(1, 59) + "M";
    }
}
