package io.mockarty.perf;

import io.mockarty.perf.module.RunView;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.plan.Scenario;
import io.mockarty.perf.schedule.Progress;
import io.mockarty.perf.schedule.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The run as scripts see it. Thread-safe. */
final class ScriptRunView implements RunView {

    private static final double MILLIS = 1000;

    private volatile @Nullable Run run;
    private volatile @Nullable String aborted;
    private volatile @Nullable String failed;

    void started(Run next) {
        run = next;
        String reason = aborted;
        if (reason != null) {
            next.stopAtOnce(reason);
        }
    }

    /** Why the script ended the run, or null. */
    @Nullable
    String aborted() {
        return aborted;
    }

    /** Why the script marked the run as failed, or null. */
    @Nullable
    String failed() {
        return failed;
    }

    @Override
    public double elapsedMillis() {
        Run current = run;
        return current == null ? 0 : current.seconds() * MILLIS;
    }

    @Override
    public long completedIterations() {
        Run current = run;
        return current == null
                ? 0
                : current.progress().values().stream()
                        .mapToLong(Progress::completed)
                        .sum();
    }

    @Override
    public long interruptedIterations() {
        Run current = run;
        return current == null
                ? 0
                : current.progress().values().stream()
                        .mapToLong(Progress::interrupted)
                        .sum();
    }

    @Override
    public int activeUsers() {
        Run current = run;
        return current == null ? 0 : current.activeUsers();
    }

    @Override
    public int readyUsers() {
        Run current = run;
        return current == null ? 0 : current.readyUsers();
    }

    @Override
    public ScenarioView scenario(String name) {
        Run current = run;
        Progress progress = current == null ? null : current.progress().get(name);
        if (current == null || progress == null) {
            return new ScenarioView(name, "", Instant.EPOCH, 0);
        }
        return new ScenarioView(name, executor(current.options(), name), progress.begun(), progress.done());
    }

    private static String executor(Options options, String name) {
        return options.scenarios().stream()
                .filter(scenario -> scenario.name().equals(name))
                .map(Scenario::executor)
                .map(executor -> executor.type())
                .findFirst()
                .orElse("");
    }

    @Override
    public void abort(String reason) {
        aborted = reason;
        Run current = run;
        if (current != null) {
            current.stopAtOnce(reason);
        }
    }

    @Override
    public void fail(String reason) {
        failed = reason;
    }
}
