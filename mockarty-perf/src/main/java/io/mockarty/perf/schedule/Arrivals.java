package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Stage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * When iterations of an open model should start. Each start is computed from the begin of the scenario and not from the
 * one before, so that errors do not add up. Pure and immutable.
 */
abstract class Arrivals {

    static Arrivals of(Executor executor) {
        if (executor instanceof ConstantArrivalRate constant) {
            return new Constant(
                    constant.rate(),
                    constant.timeUnit().toNanos(),
                    constant.duration().toNanos());
        }
        if (executor instanceof RampingArrivalRate ramping) {
            return new Ramping(ramping);
        }
        throw new IllegalArgumentException(executor.type() + " (expected: an executor with arrivals)");
    }

    /** How many iterations should have started after so many nanoseconds. */
    abstract long dueBy(long elapsed);

    /** When an iteration should start, in nanoseconds after the begin; iterations are counted from 0. */
    abstract long startOf(long index);

    /** How many iterations should start in all. */
    abstract long total();

    /** Iteration i starts at i * unit / rate, rounded down; whole numbers only, so that it is exact for ever. */
    private static final class Constant extends Arrivals {

        private final long rate;
        private final long unit;
        private final long total;

        Constant(long rate, long unit, long duration) {
            long common = BigInteger.valueOf(rate).gcd(BigInteger.valueOf(unit)).longValueExact();
            this.rate = rate / common;
            this.unit = unit / common;
            total = before(duration);
        }

        @Override
        long startOf(long index) {
            return index / rate * unit + quotient(index % rate, unit, rate, 0);
        }

        /** How many start before a moment. */
        private long before(long elapsed) {
            return elapsed / unit * rate + quotient(elapsed % unit, rate, unit, unit - 1);
        }

        /** (a * b + more) / c of numbers that are not negative. */
        private static long quotient(long a, long b, long c, long more) {
            long product = a * b;
            if (Math.multiplyHigh(a, b) == 0 && product >= 0 && product <= Long.MAX_VALUE - more) {
                return (product + more) / c;
            }
            return BigInteger.valueOf(a)
                    .multiply(BigInteger.valueOf(b))
                    .add(BigInteger.valueOf(more))
                    .divide(BigInteger.valueOf(c))
                    .longValueExact();
        }

        @Override
        long dueBy(long elapsed) {
            return elapsed < 0 ? 0 : Math.min(total, before(elapsed + 1));
        }

        @Override
        long total() {
            return total;
        }
    }

    /** In a stage from rate a to rate b of length d, at + (b - a)t²/2d iterations start in the first t. */
    private static final class Ramping extends Arrivals {

        private final List<Piece> pieces = new ArrayList<>();
        private final long total;

        Ramping(RampingArrivalRate executor) {
            double unit = executor.timeUnit().toNanos();
            double rate = executor.startRate() / unit;
            double count = 0;
            double start = 0;
            for (Stage stage : executor.stages()) {
                Piece piece = new Piece(
                        start,
                        count,
                        rate,
                        stage.target() / unit,
                        stage.duration().toNanos());
                pieces.add(piece);
                start += piece.length();
                count += piece.countAt(piece.length());
                rate = piece.endRate();
            }
            // Rounded up a little, or a sum such as 149.99999999 would lose its last iteration.
            total = (long) Math.floor(count + 1e-6);
        }

        @Override
        long dueBy(long elapsed) {
            double count = 0;
            for (Piece piece : pieces) {
                if (elapsed > piece.start()) {
                    count = piece.before() + piece.countAt(Math.min(piece.length(), elapsed - piece.start()));
                }
            }
            return Math.min(total, (long) Math.floor(count + 1e-6));
        }

        /** The first iteration starts when the count has come to one, as with an even rate after its first interval. */
        @Override
        long startOf(long index) {
            double wanted = index + 1.0;
            for (Piece piece : pieces) {
                if (wanted <= piece.before() + piece.countAt(piece.length()) + 1e-6) {
                    return (long) Math.ceil(piece.start() + piece.timeOf(wanted - piece.before()));
                }
            }
            Piece last = pieces.get(pieces.size() - 1);
            return (long) (last.start() + last.length());
        }

        @Override
        long total() {
            return total;
        }
    }

    private record Piece(double start, double before, double rate, double endRate, double length) {

        double countAt(double time) {
            return length == 0 ? 0 : rate * time + (endRate - rate) * time * time / (2 * length);
        }

        /** The root of the quadratic that lies in the stage, in the form that does not cancel out. */
        double timeOf(double count) {
            if (length == 0) {
                return 0;
            }
            double slope = (endRate - rate) / length;
            double root = Math.sqrt(Math.max(0, rate * rate + 2 * slope * count));
            double time = rate + root == 0 ? length : 2 * count / (rate + root);
            return Math.max(0, Math.min(length, time));
        }
    }
}
