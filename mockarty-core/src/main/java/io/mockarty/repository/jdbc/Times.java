package io.mockarty.repository.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as columns hold them: microseconds since 1970. */
final class Times {

    private Times() {}

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
