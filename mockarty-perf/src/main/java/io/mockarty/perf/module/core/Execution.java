package io.mockarty.perf.module.core;

import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.RunView.ScenarioView;
import io.mockarty.perf.module.ScriptException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code execution.mjs} needs of Java. Public only so that scripts can call it. */
public final class Execution {

    private final ModuleContext user;
    private final Map<String, Long> iterationsOfScenario = new HashMap<>();
    private Map<String, String> tags = new TreeMap<>();

    Execution(ModuleContext user) {
        this.user = user;
        user.afterEachIteration(() -> iterationsOfScenario.merge(user.position().scenario(), 1L, Long::sum));
    }

    /** {@return the number of the user, from 1; 0 while the script is loaded, in setup and teardown} */
    @Export
    public int user() {
        return user.position().user();
    }

    /** {@return how many iterations the user has done before} */
    @Export
    public long iteration() {
        return user.position().iteration();
    }

    /** {@return how many iterations of this scenario the user has done before} */
    @Export
    public long iterationOfScenario() {
        return iterationsOfScenario.getOrDefault(inScenario("iterationInScenario"), 0L);
    }

    /** {@return how many iterations of this scenario were started before, by whatever user} */
    @Export
    public long iterationInTest() {
        inScenario("iterationInTest");
        return user.position().iterationInScenario();
    }

    /** {@return the name of the scenario} */
    @Export
    public String scenario() {
        return inScenario("name");
    }

    /** {@return how the scenario is driven} */
    @Export
    public String executor() {
        return view("executor").executor();
    }

    /** {@return when the scenario began, in milliseconds since 1970} */
    @Export
    public double scenarioStart() {
        return view("startTime").started().toEpochMilli();
    }

    /** {@return how much of the scenario is done, from 0 to 1} */
    @Export
    public double progress() {
        return view("progress").progress();
    }

    private ScenarioView view(String property) {
        return user.run().scenario(inScenario(property));
    }

    private String inScenario(String property) {
        String scenario = user.position().scenario();
        if (scenario.isEmpty()) {
            throw new ScriptException(
                    "exec.scenario." + property + " (expected: in an iteration; nothing runs in a scenario here)");
        }
        return scenario;
    }

    /** {@return how long the run has lasted, in milliseconds} */
    @Export
    public double elapsed() {
        return user.run().elapsedMillis();
    }

    /** {@return how many iterations have ended by themselves} */
    @Export
    public long completed() {
        return user.run().completedIterations();
    }

    /** {@return how many iterations were cut off} */
    @Export
    public long interrupted() {
        return user.run().interruptedIterations();
    }

    /** {@return how many users run iterations now} */
    @Export
    public int active() {
        return user.run().activeUsers();
    }

    /** {@return how many users are ready} */
    @Export
    public int ready() {
        return user.run().readyUsers();
    }

    /** {@return the options of the run} */
    @Export
    public Value options() {
        return user.values().toScript(user.options());
    }

    /**
     * Ends the run.
     *
     * @param reason why
     */
    @Export
    public void abort(String reason) {
        user.run().abort(reason);
        if (!user.initializing()) {
            user.interrupt();
        }
        throw new ScriptException(reason);
    }

    /**
     * Marks the run as failed.
     *
     * @param reason why
     */
    @Export
    public void fail(String reason) {
        user.run().fail(reason);
    }

    /** {@return the tags of the user, those of the scenario and the group among them} */
    @Export
    public Value tags() {
        Map<String, Object> all = new TreeMap<>(user.tags().asMap());
        all.putAll(tags);
        return user.values().toScript(all);
    }

    /**
     * Sets a tag of the user, or removes it.
     *
     * @param name its name
     * @param value its value; null and undefined remove it
     */
    @Export
    public void tag(String name, @Nullable Value value) {
        Map<String, String> next = new TreeMap<>(tags);
        Object json = user.values().toJava(value);
        if (json == null) {
            next.remove(name);
        } else {
            next.put(name, ScriptTags.text(name, json));
        }
        tags = next;
        user.tagUser(Tags.of(next));
    }
}
