package io.mockarty.perf.script;

import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.EventLoop;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.RunView;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** The JavaScript of one user, and what modules may know about it. */
final class ScriptContext implements ModuleContext {

    static final String PRELUDE = "prelude.js";

    private static final long SEED_STEP = 1_000_003;

    private final ScriptEngine engine;
    private final Recorder recorder;
    private final ModuleFileSystem fileSystem;
    private final Context context;
    private final JsValues values;
    private final Value prelude;
    private final Modules modules;
    private final UserLoop loop = new UserLoop();
    private final UserTags tags;
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final List<Runnable> cutOffs = new CopyOnWriteArrayList<>();
    private final List<Runnable> afterIteration = new ArrayList<>();
    private final ReentrantLock sleeping = new ReentrantLock();
    private final Condition woken = sleeping.newCondition();
    private final Map<String, String> variables;
    private boolean initializing = true;
    private Position position;

    ScriptContext(ScriptEngine engine, int number, Recorder recorder) {
        this.engine = engine;
        this.recorder = recorder;
        this.tags = new UserTags();
        this.variables = new HashMap<>(engine.environment().variables());
        position = new Position(number, 0, "", 0, System.nanoTime(), System.nanoTime(), Instant.EPOCH);
        fileSystem = new ModuleFileSystem(engine.catalog(), engine.modules());
        context = newContext();
        context.enter();
        try {
            prelude = context.eval(Preludes.of(PRELUDE)).execute(ProxyObject.fromMap(hostFunctions()));
            values = new JsValues(context, prelude);
            modules = new Modules(this, engine, fileSystem);
            modules.installGlobals();
        } finally {
            context.leave();
        }
    }

    private Context newContext() {
        Context.Builder builder = Context.newBuilder("js")
                .engine(engine.engine())
                .allowHostAccess(ScriptEngine.ACCESS)
                .allowExperimentalOptions(true)
                .allowIO(IOAccess.newBuilder().fileSystem(fileSystem).build())
                .option("js.esm-eval-returns-exports", "true")
                .option("js.console", "false")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.graal-builtin", "false");
        long statements = engine.environment().limits().statements();
        if (statements > 0) {
            builder.resourceLimits(
                    ResourceLimits.newBuilder().statementLimit(statements, null).build());
        }
        return builder.build();
    }

    private Map<String, Object> hostFunctions() {
        Map<String, Object> functions = new HashMap<>();
        functions.put("log", function(arguments -> {
            log(arguments[0].asString(), arguments[1].asString());
            return null;
        }));
        functions.put("module", function(arguments -> modules.host(arguments[0].asString())));
        functions.put(
                "require",
                function(arguments ->
                        modules.require(arguments[0].asString(), engine.files().root())));
        functions.put("requireFrom", function(arguments -> modules.requireFrom(Path.of(arguments[0].asString()))));
        functions.put("open", function(this::open));
        functions.put("fail", (ProxyExecutable) arguments -> {
            throw new ScriptException("");
        });
        functions.put("user", function(arguments -> position.user()));
        functions.put("iteration", function(arguments -> position.iteration()));
        functions.put("variables", function(arguments -> values().toScript(variables)));
        return functions;
    }

    /** A function whose exceptions JavaScript can catch as errors. */
    ProxyExecutable function(ProxyExecutable body) {
        return arguments -> {
            try {
                return body.execute(arguments);
            } catch (ScriptException e) {
                throw values().error("Error", String.valueOf(e.getMessage()));
            }
        };
    }

    private Object open(Value... arguments) {
        if (arguments.length == 0 || !arguments[0].isString()) {
            throw new ScriptException("open: no path (expected: the path of a file beside the script)");
        }
        byte[] content = readFile(arguments[0].asString());
        boolean binary = arguments.length > 1
                && arguments[1].isString()
                && arguments[1].asString().contains("b");
        return binary ? values().arrayBuffer(content) : new String(content, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Loads the script. */
    LoadedScript load() {
        context.enter();
        try {
            seedChance();
            Map<String, Value> exports = modules.loadMain();
            loop.runUntil(() -> false);
            initializing = false;
            return new LoadedScript(this, exports);
        } catch (PolyglotException e) {
            if (!fileSystem.unknown().isEmpty()) {
                throw new ScriptLoadException(engine.catalog().explain(fileSystem.unknown()), e);
            }
            ScriptErrors.passOutOfMemory(e);
            throw new ScriptLoadException(loadFailure(e), e);
        } catch (ScriptException e) {
            throw new ScriptLoadException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptLoadException("the script was interrupted while it was loaded", e);
        } finally {
            context.leave();
        }
    }

    /** With a seed each user draws the same numbers in each run, and other ones than other users. */
    private void seedChance() {
        if (options().get("seed") instanceof Number seed) {
            modules.require("k6", engine.files().root())
                    .getMember("randomSeed")
                    .executeVoid(seed.longValue() * SEED_STEP + position.user());
        }
    }

    private String loadFailure(PolyglotException problem) {
        return problem.isSyntaxError()
                ? ScriptErrors.syntax(problem, textOf(problem), nameOf(problem))
                : ScriptErrors.trace(problem);
    }

    private String nameOf(PolyglotException problem) {
        return problem.getSourceLocation() == null
                ? engine.source().name()
                : problem.getSourceLocation().getSource().getName();
    }

    private static String textOf(PolyglotException problem) {
        return problem.getSourceLocation() == null
                ? ""
                : problem.getSourceLocation().getSource().getCharacters().toString();
    }

    Context context() {
        return context;
    }

    Value prelude() {
        return prelude;
    }

    UserTags userTags() {
        return tags;
    }

    UserLoop userLoop() {
        return loop;
    }

    void moveTo(Position next) {
        position = next;
    }

    void setVariables(Map<String, String> more) {
        variables.clear();
        variables.putAll(engine.environment().variables());
        variables.putAll(more);
        context.getBindings("js").putMember("__ENV", values.toScript(variables));
    }

    void iterationEnded() {
        tags.leaveGroups();
        afterIteration.forEach(Runnable::run);
    }

    ErrorLog errors() {
        return engine.errors();
    }

    @Override
    public MetricRegistry metrics() {
        return engine.environment().metrics();
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public Tags tags() {
        return tags.current();
    }

    @Override
    public void tagUser(Tags next) {
        tags.tagUser(next);
    }

    @Override
    public String group() {
        return tags.group();
    }

    @Override
    public void enterGroup(String path) {
        tags.enterGroup(path);
    }

    @Override
    public ScriptValues values() {
        return values;
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public Map<String, Object> options() {
        return engine.environment().options().get();
    }

    @Override
    public Map<String, String> environment() {
        return Map.copyOf(variables);
    }

    @Override
    public boolean initializing() {
        return initializing;
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public RunView run() {
        return engine.environment().run();
    }

    @Override
    public byte[] readFile(String path) {
        if (!initializing) {
            throw new ScriptException("open: \"" + path
                    + "\" (expected: before the iterations begin, outside of all functions that run then)");
        }
        try {
            return engine.files().read(Path.of(path));
        } catch (IOException e) {
            throw new ScriptException("open: " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T shared(Object key, Supplier<T> create) {
        return engine.shared(key, create);
    }

    @Override
    public void closeAtEnd(AutoCloseable resource) {
        resources.add(resource);
    }

    @Override
    public void whenCutOff(Runnable action) {
        cutOffs.add(action);
    }

    @Override
    public void afterEachIteration(Runnable action) {
        afterIteration.add(action);
    }

    @Override
    public void sleep(double seconds) {
        if (!(seconds > 0)) {
            return;
        }
        long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        sleeping.lock();
        try {
            long left = end - System.nanoTime();
            while (left > 0) {
                left = woken.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException("sleep was cut off", e);
        } finally {
            sleeping.unlock();
        }
    }

    @Override
    public void log(String level, String line) {
        engine.environment().log().accept(level, line);
    }

    @Override
    public void interrupt() {
        context.close(true);
        throw new ScriptException("the user was interrupted");
    }

    /** Cuts off what runs, from any thread. */
    void cancel() {
        cutOffs.forEach(Runnable::run);
        context.close(true);
    }

    void close() {
        for (int i = resources.size() - 1; i >= 0; i--) {
            SharedObjects.close(resources.get(i));
        }
        context.close(true);
    }
}
