package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code timers.mjs} needs of Java. Public only so that scripts can call it. */
public final class Timers {

    private final ModuleContext user;
    private final Map<Integer, Runnable> running = new HashMap<>();
    private int last;

    Timers(ModuleContext user) {
        this.user = user;
        user.afterEachIteration(running::clear);
    }

    /**
     * Calls a function later.
     *
     * @param function what to call
     * @param milliseconds how much later
     * @param again whether to do that again and again
     * @return the number by which {@link #clear} finds it
     */
    @Export
    public int start(Value function, double milliseconds, boolean again) {
        int number = ++last;
        schedule(number, function, Duration.ofNanos((long) (Math.max(0, milliseconds) * 1e6)), again);
        return number;
    }

    private void schedule(int number, Value function, Duration delay, boolean again) {
        running.put(number, user.loop().after(delay, () -> {
            if (again) {
                schedule(number, function, delay, true);
            } else {
                running.remove(number);
            }
            function.executeVoid();
        }));
    }

    /**
     * Cancels a timer; does nothing when there is none.
     *
     * @param number what {@link #start} returned
     */
    @Export
    public void clear(int number) {
        Runnable cancel = running.remove(number);
        if (cancel != null) {
            cancel.run();
        }
    }
}
