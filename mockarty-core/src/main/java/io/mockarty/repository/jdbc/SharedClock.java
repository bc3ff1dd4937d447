package io.mockarty.repository.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of the database server, which all its nodes share: that of this machine and the difference between both,
 * which is measured now and then. A database of one file has no clock of its own, and the difference is 0. Thread-safe.
 */
final class SharedClock extends Clock {

    private static final int SAMPLES = 5;

    private final Clock local;
    private final Transactions transactions;
    private volatile Duration offset = Duration.ZERO;

    SharedClock(Clock local, Transactions transactions) {
        this.local = local;
        this.transactions = transactions;
    }

    /** Asks the server several times what time it is; the fastest answer is the most exact one. */
    void measure() {
        if (transactions.dialect() == Dialect.POSTGRESQL) {
            offset = transactions.read(sql -> {
                Duration best = Duration.ZERO;
                long fastest = Long.MAX_VALUE;
                for (int i = 0; i < SAMPLES; i++) {
                    long start = System.nanoTime();
                    Instant before = local.instant();
                    long micros = sql.number("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)");
                    long nanos = System.nanoTime() - start;
                    if (nanos < fastest) {
                        fastest = nanos;
                        best = Duration.between(before.plusNanos(nanos / 2), Times.instant(micros));
                    }
                }
                return best;
            });
        }
    }

    @Override
    public Instant instant() {
        return local.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return local.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    /** The same time in another zone. */
    private static final class InZone extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
