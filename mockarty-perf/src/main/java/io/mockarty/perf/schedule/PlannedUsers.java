package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Scenario;
import java.util.List;

/** How many users must be ready: scenarios that never overlap share theirs. */
final class PlannedUsers {

    private PlannedUsers() {}

    static int most(List<Scenario> scenarios) {
        int most = 0;
        for (Scenario scenario : scenarios) {
            long moment = scenario.start().toNanos();
            int together = scenarios.stream()
                    .filter(other -> runsAt(other, moment))
                    .mapToInt(other -> other.executor().plannedUsers())
                    .sum();
            most = Math.max(most, together);
        }
        return most;
    }

    private static boolean runsAt(Scenario scenario, long moment) {
        long start = scenario.start().toNanos();
        long end = start
                + scenario.executor().duration().toNanos()
                + scenario.gracefulStop().toNanos();
        return start <= moment && moment <= end;
    }
}
