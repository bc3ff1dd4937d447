package io.mockarty.perf.script;

import io.mockarty.json.Json;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.ModuleContext.Position;
import io.mockarty.perf.schedule.Iteration;
import io.mockarty.perf.schedule.VirtualUser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** A script that is loaded for one user. One thread at a time uses it; {@link #cancel} may be called by any. */
public final class LoadedScript implements AutoCloseable {

    private final ScriptContext user;
    private final Map<String, Value> exports;
    private @Nullable Value data;
    private volatile boolean cancelled;

    LoadedScript(ScriptContext user, Map<String, Value> exports) {
        this.user = user;
        this.exports = exports;
    }

    /**
     * {@return whether the script exports a function of this name}
     *
     * @param name such as {@code default} or {@code setup}
     */
    public boolean has(String name) {
        Value export = exports.get(name);
        return export != null && inside(() -> export.canExecute());
    }

    /** {@return the names of the functions that the script exports} */
    public Set<String> functions() {
        Set<String> names = new TreeSet<>(exports.keySet());
        names.removeIf(name -> !has(name));
        return names;
    }

    /** {@return the options that the script exports, as JSON values; empty when it exports none} */
    @SuppressWarnings("unchecked") // an object of JSON
    public Map<String, Object> options() {
        Value options = exports.get("options");
        if (options == null) {
            return Map.of();
        }
        Object json = inside(() -> Json.parse(user.values().stringify(options)));
        if (json instanceof Map<?, ?>) {
            return (Map<String, Object>) json;
        }
        throw new ScriptLoadException("options: " + Json.write(json) + " (expected: an object)");
    }

    /**
     * Runs a function of the script to its end, with everything it left pending.
     *
     * @param name an export
     * @param argument a JSON value it gets
     * @return what it returned, as JSON values
     * @throws ScriptCallException when it throws
     */
    public @Nullable Object call(String name, @Nullable Object argument) {
        Value function = exports.get(name);
        if (function == null) {
            throw new ScriptCallException(name + ": the script exports no such function", name, null);
        }
        return inside(() -> {
            try {
                Value result = settled(function.execute(user.values().toScript(argument)));
                return Json.parse(jsonOf(result));
            } catch (PolyglotException e) {
                ScriptErrors.passOutOfMemory(e);
                throw new ScriptCallException(ScriptErrors.trace(e), name, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ScriptCallException(name + " was cut off", name, e);
            }
        });
    }

    private String jsonOf(Value value) {
        String text = value.isNull() ? "null" : user.values().stringify(value);
        return text.equals("undefined") ? "null" : text;
    }

    /**
     * Runs {@code handleSummary}.
     *
     * @param summary what it gets, as JSON values
     * @return what to write, strings or bytes, by the name of a file or {@code stdout} or {@code stderr}
     * @throws ScriptCallException when it throws
     */
    public Map<String, Object> summarize(Map<String, Object> summary) {
        Value function = exports.get("handleSummary");
        if (function == null) {
            return Map.of();
        }
        return inside(() -> {
            Map<String, Object> files = new LinkedHashMap<>();
            try {
                Value result = settled(function.execute(user.values().toScript(summary)));
                for (String name : result.getMemberKeys()) {
                    Value content = result.getMember(name);
                    byte[] bytes = user.values().bytes(content);
                    files.put(
                            name, content.isString() ? content.asString() : bytes == null ? content.toString() : bytes);
                }
                return files;
            } catch (PolyglotException e) {
                ScriptErrors.passOutOfMemory(e);
                throw new ScriptCallException(ScriptErrors.trace(e), "handleSummary", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ScriptCallException("handleSummary was cut off", "handleSummary", e);
            }
        });
    }

    /** Cuts off what runs; the script is of no use then but to be closed. */
    public void cancel() {
        cancelled = true;
        user.cancel();
    }

    @Override
    public void close() {
        user.close();
    }

    /**
     * {@return the user that does iterations with this script}
     *
     * @param data what {@code setup} returned, as JSON
     * @param scenarios what each scenario runs, by name
     * @param begun when the run began
     */
    public VirtualUser user(@Nullable Object data, Map<String, Binding> scenarios, Instant begun) {
        this.data = inside(() -> user.values().toScript(data));
        return new User(scenarios, begun);
    }

    private <T extends @Nullable Object> T inside(java.util.function.Supplier<T> action) {
        user.context().enter();
        try {
            return action.get();
        } finally {
            leave();
        }
    }

    private void leave() {
        try {
            user.context().leave();
        } catch (IllegalStateException | PolyglotException closed) {
            // Cancelled meanwhile, which has left it already.
        }
    }

    /** Waits for a promise, and for everything that is pending. */
    private Value settled(Value result) throws InterruptedException {
        Value settled = result;
        if (!result.isNull() && isPromise(result)) {
            settled = await(result);
        }
        if (!user.userLoop().idle()) {
            user.userLoop().runUntil(() -> false);
        }
        return settled;
    }

    private boolean isPromise(Value value) {
        return value.hasMembers()
                && user.prelude().getMember("isPromise").execute(value).asBoolean();
    }

    private Value await(Value promise) throws InterruptedException {
        Settled outcome = new Settled();
        user.prelude()
                .getMember("settle")
                .executeVoid(
                        promise, consumer(value -> outcome.value = value), consumer(error -> outcome.error = error));
        user.userLoop().runUntil(() -> outcome.value != null || outcome.error != null);
        if (outcome.error != null) {
            throw outcome.error.throwException();
        }
        return outcome.value == null ? user.context().asValue(null) : outcome.value;
    }

    private static ProxyExecutable consumer(Consumer<Value> action) {
        return arguments -> {
            action.accept(arguments[0]);
            return null;
        };
    }

    private static final class Settled {

        private @Nullable Value value;
        private @Nullable Value error;
    }

    /**
     * What a scenario runs.
     *
     * @param function the export, such as {@code default}
     * @param variables what {@code __ENV} holds in addition
     * @param tags what its samples are tagged with
     */
    public record Binding(String function, Map<String, String> variables, Tags tags) {}

    private final class User implements VirtualUser {

        private final Map<String, Binding> scenarios;
        private final Instant begun;
        private String bound = "";
        private @Nullable Value function;

        User(Map<String, Binding> scenarios, Instant begun) {
            this.scenarios = scenarios;
            this.begun = begun;
        }

        @Override
        public Outcome iterate(Iteration iteration) {
            if (cancelled) {
                return Outcome.INTERRUPTED;
            }
            try {
                user.context().enter();
            } catch (IllegalStateException | PolyglotException closed) {
                return Outcome.INTERRUPTED;
            }
            try {
                Value body = bind(iteration.scenario());
                user.moveTo(new Position(
                        iteration.numberOfUser(),
                        iteration.numberInUser(),
                        iteration.scenario(),
                        iteration.numberInScenario(),
                        iteration.intendedStart(),
                        System.nanoTime(),
                        begun));
                Value result = body.execute(data);
                if (!result.isNull() || !user.userLoop().idle()) {
                    settled(result);
                }
                user.iterationEnded();
                return cancelled ? Outcome.INTERRUPTED : Outcome.COMPLETED;
            } catch (PolyglotException e) {
                return failed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Outcome.INTERRUPTED;
            } catch (IllegalStateException e) {
                if (cancelled) {
                    return Outcome.INTERRUPTED;
                }
                throw e;
            } finally {
                leave();
            }
        }

        private Value bind(String scenario) {
            if (function == null || !bound.equals(scenario)) {
                Binding next = java.util.Objects.requireNonNull(scenarios.get(scenario), scenario);
                if (function != null || !next.variables().isEmpty()) {
                    user.setVariables(next.variables());
                }
                user.userTags().base(next.tags());
                bound = scenario;
                function = java.util.Objects.requireNonNull(exports.get(next.function()), next.function());
            }
            return function;
        }

        private Outcome failed(PolyglotException problem) {
            if (problem.isCancelled() || problem.isExit() || cancelled) {
                return cancelled ? Outcome.INTERRUPTED : Outcome.ABORTED;
            }
            if (problem.isInterrupted() || Thread.currentThread().isInterrupted()) {
                return Outcome.INTERRUPTED;
            }
            ScriptErrors.passOutOfMemory(problem);
            user.userLoop().clear();
            user.errors().add(ScriptErrors.message(problem), ScriptErrors.trace(problem));
            user.iterationEnded();
            return Outcome.FAILED;
        }

        @Override
        public void cancel() {
            LoadedScript.this.cancel();
        }

        @Override
        public void close() {
            LoadedScript.this.close();
        }
    }
}
