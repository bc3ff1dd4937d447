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

    /** The message of the one failure of a run. */
    static String failure(Class<?> testClass) {
        List<Event> failures = of(testClass).allEvents().failed().list();
        assertThat(failures).hasSize(1);
        return failures.get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
    }
}
