package io.mockarty.perf.plan;

import io.mockarty.perf.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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

    /** {@return what it does, such as {@code 10 looping VUs for 30s}} */
    String description();

    /** {@return its settings that the description does not tell, such as {@code maxDuration: 10m0s}; may be empty} */
    List<String> facts();

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

        @Override
        public String description() {
            return vus + " looping VUs for " + Durations.text(duration);
        }

        @Override
        public List<String> facts() {
            return List.of();
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

        @Override
        public String description() {
            return "Up to " + maxUsers() + " looping VUs for " + over(stages);
        }

        @Override
        public List<String> facts() {
            return List.of("gracefulRampDown: " + Durations.text(gracefulRampDown));
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

        @Override
        public String description() {
            return iterations + " iterations for each of " + vus + " VUs";
        }

        @Override
        public List<String> facts() {
            return List.of("maxDuration: " + Durations.text(duration));
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

        @Override
        public String description() {
            return iterations + " iterations shared among " + vus + " VUs";
        }

        @Override
        public List<String> facts() {
            return List.of("maxDuration: " + Durations.text(duration));
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

        @Override
        public String description() {
            return perSecond(rate, timeUnit) + " for " + Durations.text(duration);
        }

        @Override
        public List<String> facts() {
            return List.of(users(plannedUsers, maxUsers));
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

        @Override
        public String description() {
            return "Up to "
                    + perSecond(stages.stream().mapToLong(Stage::target).reduce(startRate, Math::max), timeUnit)
                    + " for " + over(stages);
        }

        @Override
        public List<String> facts() {
            return List.of(users(plannedUsers, maxUsers));
        }
    }

    private static Duration total(List<Stage> stages) {
        return stages.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private static String over(List<Stage> stages) {
        return Durations.text(total(stages)) + " over " + stages.size() + " stages";
    }

    private static String perSecond(long rate, Duration timeUnit) {
        return String.format(Locale.ROOT, "%.2f iterations/s", rate * 1e9 / timeUnit.toNanos());
    }

    private static String users(int planned, int max) {
        return "maxVUs: " + (planned == max ? "" : planned + "-") + max;
    }
}
