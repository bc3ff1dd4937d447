package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One extension, in the base of several classes that run at the same time. */
class SharedBaseTest {

    @Test
    void classes_that_run_at_once_are_told_apart() {
        Base.met = new Together(2);
        Base.left = new Together(2);
        Runs.allPassed(Runs.parallel(4, One.class, Two.class));
    }

    abstract static class Base {

        static Together met;
        static Together left;

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder().build();
    }

    static class One extends Base {

        @BeforeAll
        static void stub(MockartyServer mocks) throws InterruptedException {
            met.meet();
            assertThat(SHOP.server()).isSameAs(mocks);
            assertThat(SHOP.baseUrl()).isEqualTo(mocks.baseUrl());
            left.meet();
        }

        @Test
        void is_itself(MockartyServer mocks) {
            assertThat(SHOP.server()).isSameAs(mocks);
        }
    }

    static class Two extends Base {

        @BeforeAll
        static void stub(MockartyServer mocks) throws InterruptedException {
            met.meet();
            assertThat(SHOP.server()).isSameAs(mocks);
            assertThat(SHOP.baseUrl()).isEqualTo(mocks.baseUrl());
            left.meet();
        }

        @Test
        void is_itself(MockartyServer mocks) {
            assertThat(SHOP.server()).isSameAs(mocks);
        }
    }

    @Test
    void a_test_with_a_time_limit_may_run_on_a_thread_of_its_own() {
        Runs.pass(Timed.class);
    }

    static class Timed {

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder().build();

        @Test
        @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void is_itself(MockartyServer mocks) {
            assertThat(SHOP.server()).isSameAs(mocks);
        }
    }

    @Test
    void a_test_that_leaves_its_thread_interrupted_is_judged_as_any_other() {
        assertThat(Runs.failure(Interrupted.class)).startsWith("Requests that no mock matched:\n\nGET /missing\n");
        assertThat(Thread.interrupted()).isFalse();
    }

    @MockartyTest
    static class Interrupted {

        @Test
        void misses(MockartyServer mocks) {
            Http.get(mocks.baseUrl() + "/missing");
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_static_field_that_classes_share_is_filled_for_one_after_the_other() {
        Runs.pass(FieldOne.class, FieldTwo.class);
    }

    @Test
    void a_static_field_that_classes_share_is_refused_when_they_run_at_once() {
        AtOnceBase.met = new Together(2);

        assertThat(Runs.failures(Runs.parallel(4, AtOnceOne.class, AtOnceTwo.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage(
                                "field AtOnceBase.ofTheClass (expected: a parameter of @BeforeAll, since another class that runs, or"
                                        + " another extension, has filled the field)"));
    }

    /** Comes to each class after it has, or has not, got its mocks. */
    static final class Meeting implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) throws InterruptedException {
            AtOnceBase.met.meet();
        }
    }

    @MockartyTest
    @ExtendWith(Meeting.class)
    abstract static class AtOnceBase {

        static Together met;
        static MockartyServer ofTheClass;
    }

    static class AtOnceOne extends AtOnceBase {

        @Test
        void sees_its_own(MockartyServer mocks) {
            assertThat(mocks.namespace().base()).isSameAs(ofTheClass.namespace());
        }
    }

    static class AtOnceTwo extends AtOnceBase {

        @Test
        void sees_its_own(MockartyServer mocks) {
            assertThat(mocks.namespace().base()).isSameAs(ofTheClass.namespace());
        }
    }

    @MockartyTest
    abstract static class FieldBase {

        static MockartyServer ofTheClass;
    }

    static class FieldOne extends FieldBase {

        @Test
        void sees_its_own(MockartyServer mocks) {
            assertThat(mocks.namespace().base()).isSameAs(ofTheClass.namespace());
        }
    }

    static class FieldTwo extends FieldBase {

        @Test
        void sees_its_own(MockartyServer mocks) {
            assertThat(mocks.namespace().base()).isSameAs(ofTheClass.namespace());
        }
    }

    @Test
    void class_scope_tolerates_stubs_of_set_up_and_of_tests_that_failed() {
        assertThat(Runs.failures(Runs.of(ClassScope.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("of the test"));
        Runs.pass(ClassScopeSetUp.class);
    }

    @MockartyTest(scope = TestScope.CLASS)
    static class ClassScope {

        @Test
        void fails(MockartyServer mocks) {
            mocks.stub(get("/later").respond(ok()));
            throw new IllegalStateException("of the test");
        }
    }

    @MockartyTest(scope = TestScope.CLASS)
    static class ClassScopeSetUp {

        @BeforeAll
        static void stub(MockartyServer mocks) {
            mocks.stub(get("/later").respond(ok()));
        }

        @BeforeEach
        void stub_for_each(MockartyServer mocks) {
            mocks.stub(get("/each").respond(ok()));
        }

        @RepeatedTest(2)
        void runs() {}
    }

    @Test
    void a_test_that_joins_and_so_runs_another_meanwhile_is_itself_afterwards() {
        Runs.allPassed(Runs.parallel(1, Stealing.class));
    }

    static class Stealing {

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder().build();

        private static void join(MockartyServer mocks) {
            // What parallel streams and CompletableFuture.join do while they wait.
            if (ForkJoinTask.inForkJoinPool()) {
                ForkJoinTask.helpQuiesce();
            }
            assertThat(SHOP.server()).isSameAs(mocks);
        }

        @Test
        void one(MockartyServer mocks) {
            join(mocks);
        }

        @Test
        void two(MockartyServer mocks) {
            join(mocks);
        }

        @Test
        void three(MockartyServer mocks) {
            join(mocks);
        }
    }
}
