package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Stage;

/** How many users a ramp wants at a moment. Pure. */
final class UserCount {

    private UserCount() {}

    /** The number after so many nanoseconds: linear between the ends of stages, rounded. */
    static int at(RampingVus ramp, long elapsed) {
        double count = ramp.startVus();
        long start = 0;
        for (Stage stage : ramp.stages()) {
            long length = stage.duration().toNanos();
            if (elapsed < start + length) {
                return (int) Math.round(count + (stage.target() - count) * ((double) (elapsed - start) / length));
            }
            count = stage.target();
            start += length;
        }
        return (int) count;
    }
}
