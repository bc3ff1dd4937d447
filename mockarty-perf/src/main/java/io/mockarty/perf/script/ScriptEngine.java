package io.mockarty.perf.script;

import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.module.RunView;
import io.mockarty.perf.schedule.MemoryReserve;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;

/**
 * What the users of one script share: parsed code, files, modules, things that modules share. Thread-safe; closed after
 * the last user.
 */
public final class ScriptEngine implements AutoCloseable {

    /** Scripts see of Java what is exported to them, and bytes. */
    static final HostAccess ACCESS =
            HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build();

    private final Engine engine;
    private final ScriptSource source;
    private final ScriptFiles files;
    private final UserModules modules;
    private final SourceFormat format;
    private final ModuleCatalog catalog;
    private final Environment environment;
    private final SharedObjects shared = new SharedObjects();
    private final SourceFormats formats;
    private final ErrorLog errors;
    private final MemoryReserve reserve = new MemoryReserve();

    private ScriptEngine(Engine engine, ScriptSource source, Environment environment) {
        this.engine = engine;
        this.source = source;
        this.environment = environment;
        formats = new SourceFormats(engine);
        errors = new ErrorLog(environment.log());
        files = new ScriptFiles(source);
        modules = new UserModules(files, formats);
        catalog = ModuleCatalog.discover();
        format = formats.of(source.text(), source.name());
    }

    /**
     * Opens the engine for a script.
     *
     * @param source the script
     * @param environment what the script finds around it
     * @return the engine
     * @throws ScriptLoadException when the script is no JavaScript
     */
    public static ScriptEngine open(ScriptSource source, Environment environment) {
        Engine engine = JavaScript.newEngine();
        try {
            return new ScriptEngine(engine, source, environment);
        } catch (ScriptLoadException e) {
            engine.close();
            throw e;
        }
    }

    /** {@return which engine runs the script and how, such as {@code GraalJS 25.0.4, interpreter}} */
    public String description() {
        return JavaScript.describe(engine);
    }

    /**
     * Loads the script once, only to see what it exports.
     *
     * @param recorder where samples go, though none may be recorded while a script is loaded
     * @return what it exports
     * @throws ScriptLoadException when the script fails, or imports what is not there
     */
    public ScriptExports look(Recorder recorder) {
        try (LoadedScript script = load(0, recorder)) {
            return new ScriptExports(script.options(), script.functions());
        } finally {
            // Made before the options were known.
            shared.restart();
        }
    }

    /**
     * What a script exports.
     *
     * @param options its options as JSON values; empty when it has none
     * @param functions the names of its functions
     */
    public record ScriptExports(Map<String, Object> options, Set<String> functions) {}

    /**
     * Loads the script for one user more. The first that is loaded decides which files the others may read.
     *
     * @param number the number of the user from 1, or 0 for the one that runs {@code setup} and {@code teardown}
     * @param recorder where its samples go
     * @return the script
     * @throws ScriptLoadException when the script fails, or imports what is not there
     */
    public LoadedScript load(int number, Recorder recorder) {
        ScriptContext context = new ScriptContext(this, number, recorder);
        try {
            LoadedScript script = context.load();
            files.lock();
            return script;
        } catch (RuntimeException | Error e) {
            giveUp(context, e);
            throw e;
        }
    }

    /** A context that has used up the memory may have none to be left and closed with, and throw again. */
    private void giveUp(ScriptContext context, Throwable problem) {
        reserve.release();
        try {
            context.close();
        } catch (RuntimeException | OutOfMemoryError e) {
            problem.addSuppressed(e);
        }
        if (problem instanceof PolyglotException thrown) {
            ScriptErrors.passOutOfMemory(thrown);
        }
    }

    /** {@return what went wrong in iterations so far} */
    public ErrorLog errors() {
        return errors;
    }

    Engine engine() {
        return engine;
    }

    ScriptSource source() {
        return source;
    }

    ScriptFiles files() {
        return files;
    }

    UserModules modules() {
        return modules;
    }

    SourceFormat format() {
        return format;
    }

    SourceFormat formatOf(String text, String name) {
        return formats.of(text, name);
    }

    ModuleCatalog catalog() {
        return catalog;
    }

    Environment environment() {
        return environment;
    }

    <T> T shared(Object key, Supplier<T> create) {
        return shared.get(key, create);
    }

    /** Closes what modules share, and drops the parsed code. */
    @Override
    public void close() {
        shared.close();
        engine.close(true);
    }

    /**
     * What a script finds around it.
     *
     * @param variables what {@code __ENV} holds
     * @param metrics the metrics of the run
     * @param options the options of the run as JSON; empty until they are known
     * @param run the run as a whole
     * @param log gets level and text of what the script prints
     * @param limits what a script may use
     */
    public record Environment(
            Map<String, String> variables,
            MetricRegistry metrics,
            Supplier<Map<String, Object>> options,
            RunView run,
            BiConsumer<String, String> log,
            ScriptLimits limits) {}
}
