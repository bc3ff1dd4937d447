package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.plan.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/** How many users there must be: scenarios that never overlap share theirs. */
final class PlannedUsers {

    private PlannedUsers() {}

    /** How many must be ready before. */
    static int most(List<Scenario> scenarios) {
        return most(scenarios, Executor::plannedUsers);
    }

    /** How many there may be at most. */
    static int limit(List<Scenario> scenarios) {
        return most(scenarios, Executor::maxUsers);
    }

    /** The sum only grows when a scenario begins, so these moments suffice. */
    private static int most(List<Scenario> scenarios, ToIntFunction<Executor> users) {
        int most = 0;
        for (Scenario scenario : scenarios) {
            Duration moment = scenario.start();
            int together = scenarios.stream()
                    .filter(other -> runsAt(other, moment))
                    .mapToInt(other -> users.applyAsInt(other.executor()))
                    .sum();
            most = Math.max(most, together);
        }
        return most;
    }

    private static boolean runsAt(Scenario scenario, Duration moment) {
        return scenario.start().compareTo(moment) <= 0 && moment.compareTo(scenario.latestEnd()) <= 0;
    }
}
