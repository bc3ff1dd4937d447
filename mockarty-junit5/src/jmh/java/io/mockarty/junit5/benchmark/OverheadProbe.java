package io.mockarty.junit5.benchmark;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The process in which one contender is measured; {@link JUnitOverhead} starts it. */
public final class OverheadProbe {

    /** Whichever is more: slow contenders need the runs, fast ones the time. */
    private static final int WARM_UPS = 3;

    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int MEASURED = 5;

    private final Launcher launcher = LauncherFactory.create();
    private final String testClass;

    private OverheadProbe(String testClass) {
        this.testClass = testClass;
    }

    /**
     * Measures, and prints one line.
     *
     * @param arguments the name of the test class
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int status = 1;
        try {
            out.println(new OverheadProbe(arguments[0]).measure().line());
            status = 0;
        } catch (RuntimeException e) {
            e.printStackTrace(out);
        } finally {
            // Not every contender ends its threads.
            System.exit(status);
        }
    }

    private Sample measure() {
        long first = run(Once.TAG, 1);
        long begin = System.nanoTime();
        for (int i = 0; i < WARM_UPS || System.nanoTime() - begin < WARM_UP_NANOS; i++) {
            run(Many.TAG, Many.TIMES);
            run(Once.TAG, 1);
        }
        double[] one = new double[MEASURED];
        double[] many = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            one[i] = run(Once.TAG, 1);
            many[i] = run(Many.TAG, Many.TIMES);
        }
        double each = (Spread.of(many).median() - Spread.of(one).median()) / (Many.TIMES - 1);
        return new Sample(first, each);
    }

    /** Runs the methods with a tag, from discovery to the end of the run, and returns how long it took. */
    private long run(String tag, int tests) {
        Listener listener = new Listener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(testClass))
                .filters(TagFilter.includeTags(tag))
                .build();
        long begin = System.nanoTime();
        launcher.execute(request, listener);
        long nanos = System.nanoTime() - begin;
        listener.expect(tests);
        return nanos;
    }

    /** Sees to it that only tests that passed are counted. */
    private static final class Listener implements TestExecutionListener {

        private int passed;
        private Throwable failure = new IllegalStateException("too few tests were run");

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
                passed++;
            }
            result.getThrowable().ifPresent(throwable -> failure = throwable);
        }

        private void expect(int tests) {
            if (passed != tests) {
                throw new IllegalStateException("passed: " + passed + " (expected: " + tests + ")", failure);
            }
        }
    }
}
