package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Stage;

/** How many users a ramp wants at a moment. Pure. */
final class UserCount {

    /** Less than any step of a ramp that can be seen, and more than the errors of the arithmetic. */
    private static final double ROUNDING = 1e-9;

    private UserCount() {}

    /**
     * The number after so many nanoseconds. Between the ends of a stage it changes linearly: a user comes when the line
     * has reached its number, and goes when the line has reached the number without it.
     */
    static int at(RampingVus ramp, long elapsed) {
        long before = ramp.startVus();
        long start = 0;
        for (Stage stage : ramp.stages()) {
            long length = stage.duration().toNanos();
            if (elapsed < start + length) {
                double line = before + (stage.target() - before) * ((double) (elapsed - start) / length);
                double count = stage.target() > before ? Math.floor(line + ROUNDING) : Math.ceil(line - ROUNDING);
                return (int) count;
            }
            before = stage.target();
            start += length;
        }
        return (int) before;
    }
}
