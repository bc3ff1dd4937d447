package io.mockarty.junit5;

import io.mockarty.journal.VerificationException;
import io.mockarty.mock.Mock;
import io.mockarty.resolver.MockartyServer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What the mocked API has to say when a test is over: that it was used in ways the test did not foresee, and, when the
 * test has failed, what it was asked.
 */
final class TestVerdict {

    private final World world;
    private final String replay;

    /**
     * Creates a verdict.
     *
     * @param world what the test or class worked with
     * @param replay what to write into the test class to get the same answers again
     */
    TestVerdict(World world, String replay) {
        this.world = world;
        this.replay = replay;
    }

    /** Fails a test that would have passed, or adds to the failure of one that has failed. */
    void onTest(ExtensionContext context) {
        Throwable failure = context.getExecutionException().orElse(null);
        if (failure instanceof TestAbortedException) {
            return;
        }
        Strictness strict = world.options().strict();
        boolean ownStubs = world.options().scope() == TestScope.METHOD;
        // A test that failed had no time for the rest of its stubs.
        boolean checksStubs = ownStubs && failure == null && strict.refusesUnusedStubs();
        VerificationException objection =
                objection(strict.refusesUnmatchedRequests(), checksStubs ? world.stubsOfSetUp() : null);
        if (failure != null) {
            if (objection != null) {
                failure.addSuppressed(objection);
            }
            tell(context, failure);
        } else if (objection != null) {
            tell(context, objection);
            throw objection;
        }
    }

    private void tell(ExtensionContext context, Throwable failure) {
        world.testFailed();
        context.publishReportEntry(report());
        failure.addSuppressed(TestJournal.of(world.mocks(), replay));
    }

    /** Fails a class for what no single test of it can be blamed for. */
    void onClass() {
        Strictness strict = world.options().strict();
        boolean checksStubs =
                world.options().scope() == TestScope.CLASS && !world.hasFailed() && strict.refusesUnusedStubs();
        VerificationException objection =
                objection(strict.refusesUnmatchedRequests(), checksStubs ? world.stubsOfSetUp() : null);
        if (objection != null) {
            objection.addSuppressed(TestJournal.of(world.mocks(), replay));
            throw objection;
        }
    }

    private @Nullable VerificationException objection(
            boolean checksRequests, @Nullable Collection<String> stubsThatMayGoUnused) {
        MockartyServer mocks = world.mocks();
        if (isClean(mocks, checksRequests, stubsThatMayGoUnused)) {
            return null;
        }
        VerificationException unmatched = checksRequests ? failureOf(mocks::verifyNoUnmatchedRequests) : null;
        if (unmatched != null) {
            // The next test with this namespace is not to blame.
            mocks.namespace().undefinedRequests().clear();
        }
        // Looks before it waits, since the wait for requests is over already.
        VerificationException unused = stubsThatMayGoUnused == null || areUsed(mocks, stubsThatMayGoUnused)
                ? null
                : failureOf(() -> mocks.verifyNoUnusedStubs(stubsThatMayGoUnused));
        if (unmatched != null && unused != null) {
            unmatched.addSuppressed(unused);
        }
        return unmatched == null ? unused : unmatched;
    }

    /** Whether a quick look finds nothing to object to, which is nearly always so and must cost a test nothing. */
    private static boolean isClean(
            MockartyServer mocks, boolean checksRequests, @Nullable Collection<String> stubsThatMayGoUnused) {
        mocks.pollRequests();
        return mocks.namespace().inFlight().count() == 0
                && (!checksRequests
                        || mocks.namespace().undefinedRequests().all().isEmpty())
                && (stubsThatMayGoUnused == null || areUsed(mocks, stubsThatMayGoUnused));
    }

    private static boolean areUsed(MockartyServer mocks, Collection<String> except) {
        return mocks.unusedStubs().stream().map(Mock::id).allMatch(except::contains);
    }

    private static @Nullable VerificationException failureOf(Runnable check) {
        try {
            check.run();
            return null;
        } catch (VerificationException e) {
            return e;
        }
    }

    private Map<String, String> report() {
        Map<String, String> report = new LinkedHashMap<>();
        report.put("mockarty.namespace", world.mocks().namespace().name());
        report.put("mockarty.replay", replay);
        report.put("mockarty.journal", world.mocks().report());
        return report;
    }
}
