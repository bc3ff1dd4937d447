package io.mockarty.perf.module;

import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a module knows about the virtual user that imported it. Used by the thread of the user only, unless a method
 * says otherwise.
 */
public interface ModuleContext {

    /** {@return the metrics of the run; thread-safe} */
    MetricRegistry metrics();

    /** {@return where the user records samples; only on its own thread} */
    Recorder recorder();

    /**
     * {@return the tags that every sample of this moment has: those of the options, the scenario, the group, and what
     * the script set through {@code exec.vu.tags}; the same object as long as nothing changed}
     */
    Tags tags();

    /** {@return conversions between Java and JavaScript} */
    ScriptValues values();

    /** {@return the event loop of the user} */
    EventLoop loop();

    /** {@return what the options of the script say, as JSON values; empty before they are known} */
    Map<String, Object> options();

    /** {@return environment variables of the script, as in {@code __ENV}; unmodifiable} */
    Map<String, String> environment();

    /** {@return whether the script is being loaded, rather than an iteration, {@code setup} or {@code teardown} run} */
    boolean initializing();

    /** {@return where the user is} */
    Position position();

    /** {@return the run as a whole; thread-safe} */
    RunView run();

    /**
     * Replaces the tags that the script gives all samples of this user, as {@code exec.vu.metrics.tags} does.
     *
     * @param tags the tags, without those of the options, the scenario and the group
     */
    void tagUser(Tags tags);

    /** {@return the path of the group that is running, such as {@code ::login::form}, or empty outside of one} */
    String group();

    /**
     * Enters a group, or leaves it for the one around it.
     *
     * @param path the path of the group, or empty outside of one
     */
    void enterGroup(String path);

    /** Cuts off what the user does; the script cannot catch it. Returns only by throwing. */
    void interrupt();

    /**
     * {@return the bytes of a file beside the script}. Only while {@link #initializing}, as with {@code open()} of k6.
     *
     * @param path relative to the file of the script that is being loaded, or absolute within the script's directory
     * @throws ScriptException when there is no such file, it is outside the directory of the script, or the script is
     *     loaded already
     */
    byte[] readFile(String path);

    /**
     * {@return the one object of this key that all virtual users of the run share, such as a pool of connections}.
     * Thread-safe. It is closed after the last user when it is {@link AutoCloseable}.
     *
     * @param key what it is; of a type of the module, or a string that begins with its name
     * @param create makes it; called by the first who asks while the others wait
     * @param <T> its type
     */
    <T> T shared(Object key, Supplier<T> create);

    /**
     * Marks a {@link #shared} object that does not depend on the options of the script, and therefore is kept when the
     * script is loaded again, once its options are known.
     */
    interface Lasting {}

    /**
     * Has something closed when the user ends.
     *
     * @param resource such as a connection
     */
    void closeAtEnd(AutoCloseable resource);

    /**
     * Has something done when the user is cut off, so that a wait ends that does not heed the interrupt of its thread,
     * such as one for a socket.
     *
     * @param action what to do; quick, thread-safe, called on another thread
     */
    void whenCutOff(Runnable action);

    /**
     * Has something run after each iteration of the user, such as forgetting its cookies.
     *
     * @param action what to do; on the thread of the user
     */
    void afterEachIteration(Runnable action);

    /**
     * Waits, as a user who thinks. Ends early with an exception when the user is cancelled.
     *
     * @param seconds how long; nothing happens for zero or less
     */
    void sleep(double seconds);

    /**
     * Prints a line for who watches, as {@code console.log} does. Thread-safe.
     *
     * @param level {@code debug}, {@code info}, {@code warn} or {@code error}
     * @param line what to print
     */
    void log(String level, String line);

    /**
     * Where a virtual user is.
     *
     * @param user its number in this instance from 1, or 0 while the script is loaded and in {@code setup} and
     *     {@code teardown}
     * @param iteration how many iterations it has done before
     * @param scenario the scenario, or empty outside of one
     * @param iterationInScenario how many iterations of the scenario were started before, by whatever user
     * @param intendedStart when the iteration should have started, as {@link System#nanoTime}
     * @param started when it did start, as {@link System#nanoTime}
     * @param begun when the run began
     */
    record Position(
            int user,
            long iteration,
            String scenario,
            long iterationInScenario,
            long intendedStart,
            long started,
            Instant begun) {}
}
