package io.mockarty.perf.plan;

import java.time.Duration;
import java.util.List;

/** How a scenario is driven; the six kinds of k6. Counts are 1 or more unless said otherwise. */
public sealed interface Executor {

    /** {@return the name that options and reports use, such as {@code constant-vus}} */
    String type();

    /** {@return how long iterations are started, at most} */
    Duration duration();

    /** {@return how many users are made before it begins} */
    int plannedUsers();

    /** {@return how many users there may be} */
    int maxUsers();

    /**
     * A number of users, each of which does iterations as fast as it can.
     *
     * @param vus how many users
     * @param duration how long
     */
    record ConstantVus(int vus, Duration duration) implements Executor {

        @Override
        public String type() {
            return "constant-vus";
        }

        @Override
        public int plannedUsers() {
            return vus;
        }

        @Override
        public int maxUsers() {
            return vus;
        }
    }

    /**
     * A number of users that changes linearly from stage to stage.
     *
     * @param startVus how many there are at first; may be 0
     * @param stages the stages; targets may be 0
     * @param gracefulRampDown how long a user that is one too many may finish its iteration
     */
    record RampingVus(int startVus, List<Stage> stages, Duration gracefulRampDown) implements Executor {

        @Override
        public String type() {
            return "ramping-vus";
        }

        @Override
        public Duration duration() {
            return total(stages);
        }

        @Override
        public int plannedUsers() {
            return (int) stages.stream().mapToLong(Stage::target).reduce(startVus, Math::max);
        }

        @Override
        public int maxUsers() {
            return plannedUsers();
        }
    }

    /**
     * A number of users that do a number of iterations each.
     *
     * @param vus how many users
     * @param iterations how many iterations each
     * @param duration how long they may take
     */
    record PerVuIterations(int vus, long iterations, Duration duration) implements Executor {

        @Override
        public String type() {
            return "per-vu-iterations";
        }

        @Override
        public int plannedUsers() {
            return vus;
        }

        @Override
        public int maxUsers() {
            return vus;
        }
    }

    /**
     * A number of iterations that a number of users do together.
     *
     * @param vus how many users
     * @param iterations how many iterations in all
     * @param duration how long they may take
     */
    record SharedIterations(int vus, long iterations, Duration duration) implements Executor {

        @Override
        public String type() {
            return "shared-iterations";
        }

        @Override
        public int plannedUsers() {
            return vus;
        }

        @Override
        public int maxUsers() {
            return vus;
        }
    }

    /**
     * Iterations that start at a fixed rate, whether earlier ones have ended or not.
     *
     * @param rate how many start per time unit
     * @param timeUnit the time unit
     * @param duration how long
     * @param plannedUsers how many users are made before
     * @param maxUsers how many there may be; iterations that find none free are dropped
     */
    record ConstantArrivalRate(long rate, Duration timeUnit, Duration duration, int plannedUsers, int maxUsers)
            implements Executor {

        @Override
        public String type() {
            return "constant-arrival-rate";
        }
    }

    /**
     * Iterations that start at a rate that changes linearly from stage to stage.
     *
     * @param startRate how many start per time unit at first; may be 0
     * @param timeUnit the time unit
     * @param stages the stages; targets may be 0
     * @param plannedUsers how many users are made before
     * @param maxUsers how many there may be; iterations that find none free are dropped
     */
    record RampingArrivalRate(long startRate, Duration timeUnit, List<Stage> stages, int plannedUsers, int maxUsers)
            implements Executor {

        @Override
        public String type() {
            return "ramping-arrival-rate";
        }

        @Override
        public Duration duration() {
            return total(stages);
        }
    }

    private static Duration total(List<Stage> stages) {
        return stages.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
