package io.mockarty.perf.module.core;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder.Series;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code core.mjs} needs of Java. Public only so that scripts can call it. */
public final class Checks {

    private static final String SEPARATOR = "::";

    private final ModuleContext user;
    private final Metric checks;
    private final Metric groupDuration;
    private final Map<String, Series> byName = new HashMap<>();
    private Tags tagsOfSeries = Tags.EMPTY;

    Checks(ModuleContext user) {
        this.user = user;
        checks = user.metrics().register("checks", MetricType.RATE);
        groupDuration = user.metrics().register("group_duration", MetricType.TREND, ValueKind.TIME);
    }

    /**
     * Counts a check.
     *
     * @param name its name
     * @param passed whether it passed
     */
    @Export
    public void check(String name, boolean passed) {
        Tags current = user.tags();
        if (!current.equals(tagsOfSeries)) {
            byName.clear();
            tagsOfSeries = current;
        }
        Series series = byName.get(name);
        if (series == null) {
            if (name.contains(SEPARATOR)) {
                throw new ScriptException("check: \"" + name + "\" (expected: a name without ::)");
            }
            series = user.recorder().series(checks, current.with("check", name));
            byName.put(name, series);
        }
        series.add(passed ? 1 : 0);
    }

    /**
     * Counts a check with tags of its own.
     *
     * @param name its name
     * @param passed whether it passed
     * @param tags an object
     */
    @Export
    public void checkTagged(String name, boolean passed, Value tags) {
        if (name.contains(SEPARATOR)) {
            throw new ScriptException("check: \"" + name + "\" (expected: a name without ::)");
        }
        user.recorder()
                .add(
                        checks,
                        passed ? 1 : 0,
                        ScriptTags.add(user, user.tags(), tags).with("check", name));
    }

    /**
     * Enters a group.
     *
     * @param name its name
     * @return the path of the group around it
     */
    @Export
    public String enter(String name) {
        if (name.contains(SEPARATOR)) {
            throw new ScriptException("group: \"" + name + "\" (expected: a name without ::)");
        }
        String around = user.group();
        user.enterGroup(around + SEPARATOR + name);
        return around;
    }

    /**
     * Leaves a group.
     *
     * @param around the path of the group around it
     * @param milliseconds how long it took
     */
    @Export
    public void leave(String around, double milliseconds) {
        user.recorder().add(groupDuration, milliseconds, user.tags());
        user.enterGroup(around);
    }

    /** {@return milliseconds of a clock that only goes forward} */
    @Export
    public double now() {
        return System.nanoTime() / 1e6;
    }

    /**
     * Waits.
     *
     * @param seconds how long
     */
    @Export
    public void sleep(double seconds) {
        user.sleep(seconds);
    }
}
