package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Instances that live longer than a test, and what their fields and constructors get. */
class InstanceTest {

    @Test
    void fields_of_an_instance_around_nested_tests_lead_to_the_test_that_runs() {
        Runs.pass(AroundNested.class);
    }

    @MockartyTest
    @TestInstance(Lifecycle.PER_CLASS)
    static class AroundNested {

        private MockartyServer mocks;

        @Nested
        class Inside {

            @RepeatedTest(2)
            void sees_its_own(MockartyServer parameter) {
                assertThat(mocks).isSameAs(parameter);
            }
        }

        @Test
        void outside(MockartyServer parameter) {
            assertThat(mocks).isSameAs(parameter);
        }
    }

    @Test
    void fields_of_an_instance_that_nested_tests_share_in_parallel_are_refused() {
        List<Throwable> failures = Runs.failures(Runs.parallel(2, AroundParallel.class));

        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure).hasMessageContaining("field AroundParallel.mocks (expected: a parameter"));
    }

    @MockartyTest
    @TestInstance(Lifecycle.PER_CLASS)
    static class AroundParallel {

        MockartyServer mocks;

        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class Inside {

            @RepeatedTest(2)
            void never_runs() {}
        }
    }

    @Test
    void an_instance_around_a_nested_one_for_the_class_keeps_its_mocks() {
        Runs.pass(AroundPerClass.class);
    }

    @MockartyTest
    static class AroundPerClass {

        private final MockartyServer outer;

        AroundPerClass(MockartyServer outer) {
            this.outer = outer;
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inside {

            private final MockartyServer inner;

            Inside(MockartyServer inner) {
                this.inner = inner;
            }

            @RepeatedTest(2)
            void may_be_stubbed_by_each_test(MockartyServer mocks) {
                outer.stub(get("/outer").lenient().respond(ok()));
                inner.stub(get("/inner").lenient().respond(ok()));
                assertThat(mocks.namespace().base()).isSameAs(inner.namespace());
                assertThat(Http.get(outer.baseUrl() + "/outer").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void fields_are_left_to_the_extension_without_a_name() {
        Runs.pass(NamedFirst.class);
    }

    static class NamedFirst {

        @RegisterExtension
        @Order(1)
        static final MockartyExtension NAMED =
                MockartyExtension.builder().name("named").build();

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder().build();

        private MockartyServer mocks;

        @Test
        void have_its_mocks(MockartyServer parameter) {
            assertThat(mocks).isSameAs(parameter).isSameAs(SHOP.server()).isNotSameAs(NAMED.server());
        }
    }

    @Test
    void apis_of_suite_scope_are_apart() {
        Runs.pass(SuiteApis.class);
    }

    static class SuiteApis {

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().name("shop").scope(TestScope.SUITE).build();

        @RegisterExtension
        static final MockartyExtension PAYMENTS = MockartyExtension.builder()
                .name("payments")
                .scope(TestScope.SUITE)
                .build();

        @Test
        void know_nothing_of_each_other() {
            assertThat(SHOP.server().namespace()).isNotSameAs(PAYMENTS.server().namespace());
        }
    }
}
