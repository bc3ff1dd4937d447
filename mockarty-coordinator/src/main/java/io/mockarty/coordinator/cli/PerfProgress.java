package io.mockarty.coordinator.cli;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.plan.Scenario;
import io.mockarty.perf.schedule.Progress;
import io.mockarty.perf.schedule.Run;
import io.mockarty.perf.schedule.RunListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how a run goes: a bar for each scenario on a terminal, and a line now and then elsewhere. */
final class PerfProgress implements RunListener {

    private static final int BAR = 30;
    private static final int SECONDS_BETWEEN_LINES = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private int seconds;
    private int linesShown;

    PerfProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void eachSecond(Run run) {
        seconds++;
        if (terminal) {
            erase();
            run.options().scenarios().forEach(scenario -> out.println(bar(scenario, progress(run, scenario))));
            linesShown = run.options().scenarios().size();
        } else if (seconds % SECONDS_BETWEEN_LINES == 0) {
            run.options().scenarios().forEach(scenario -> out.println(line(run, scenario, progress(run, scenario))));
        }
        out.flush();
    }

    private static Progress progress(Run run, Scenario scenario) {
        return java.util.Objects.requireNonNull(run.progress().get(scenario.name()));
    }

    /** Takes the bars away, so that something else can be printed. */
    synchronized void erase() {
        for (; linesShown > 0; linesShown--) {
            out.print("\u001b[1A\u001b[2K");
        }
        out.flush();
    }

    private static String bar(Scenario scenario, Progress progress) {
        int filled = (int) Math.round(progress.done() * BAR);
        return String.format(
                Locale.ROOT,
                "%-12s [%s%s] %3.0f%%  %d/%d VUs  %s",
                scenario.name(),
                "=".repeat(filled),
                "-".repeat(BAR - filled),
                progress.done() * 100,
                progress.active(),
                scenario.executor().maxUsers(),
                counts(progress));
    }

    private static String line(Run run, Scenario scenario, Progress progress) {
        Executor executor = scenario.executor();
        return String.format(
                Locale.ROOT,
                "%4.0f s  %s (%s): %3.0f %%, %d of %d VUs, %s",
                run.seconds(),
                scenario.name(),
                executor.type(),
                progress.done() * 100,
                progress.active(),
                executor.maxUsers(),
                counts(progress));
    }

    private static String counts(Progress progress) {
        return progress.completed() + " complete and " + progress.interrupted() + " interrupted iterations"
                + (progress.dropped() == 0 ? "" : ", " + progress.dropped() + " dropped");
    }
}
