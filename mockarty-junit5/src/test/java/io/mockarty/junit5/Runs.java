package io.mockarty.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes inside a test. */
final class Runs {

    private Runs() {}

    static EngineExecutionResults of(Class<?>... testClasses) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectors(testClasses))
                .execute();
    }

    static EngineExecutionResults parallel(int threads, Class<?>... testClasses) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads))
                .selectors(selectors(testClasses))
                .execute();
    }

    private static DiscoverySelector[] selectors(Class<?>... testClasses) {
        return Arrays.stream(testClasses).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new);
    }

    /** Runs classes in which everything must pass, and at least one test. */
    static void pass(Class<?>... testClasses) {
        allPassed(of(testClasses));
    }

    static void allPassed(EngineExecutionResults results) {
        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isPositive();
    }

    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream().map(Runs::throwable).toList();
    }

    private static Throwable throwable(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    /** The one failure of a run. */
    static Throwable thrown(Class<?> testClass) {
        List<Throwable> failures = failures(of(testClass));
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    /** The message of the one failure of a run. */
    static String failure(Class<?> testClass) {
        return String.valueOf(thrown(testClass).getMessage());
    }

    /** Runs one method, as an IDE does. */
    static EngineExecutionResults method(Class<?> testClass, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectMethod(testClass, method))
                .execute();
    }
}
