package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** System properties that lead an application to its mocked API. */
class PropertyTest {

    private static final String NAME = "mockarty.test.shop.url";
    private static final String OTHER = "mockarty.test.other.url";

    @AfterEach
    void clear() {
        System.clearProperty(NAME);
        System.clearProperty(OTHER);
    }

    /** An application that knows nothing of the test. */
    private static String hello() {
        return Http.get(System.getProperty(NAME) + "/hello").body();
    }

    @Test
    void a_property_of_the_class_leads_to_the_test_that_runs_and_is_restored() {
        System.setProperty(NAME, "before");

        Runs.pass(OfClass.class);

        assertThat(System.getProperty(NAME)).isEqualTo("before");
        assertThat(System.getProperty(OTHER)).isNull();
    }

    @MockartyTest
    @MockartyProperty(NAME)
    @MockartyProperty(OTHER)
    static class OfClass {

        static String atTheStart;

        @BeforeAll
        static void is_set_before_all(@MockartyUrl URI url) {
            atTheStart = System.getProperty(NAME);
            assertThat(atTheStart).isEqualTo(url.toString()).isEqualTo(System.getProperty(OTHER));
        }

        @RepeatedTest(2)
        void leads_to_the_test(MockartyServer mocks) {
            mocks.stub(get("/hello").respond(ok().text(mocks.namespace().name())));

            assertThat(hello()).isEqualTo(mocks.namespace().name());
            assertThat(System.getProperty(NAME)).isEqualTo(atTheStart);
        }
    }

    @Test
    void a_property_of_a_method_lasts_for_the_test() {
        Runs.pass(OfMethod.class);
        assertThat(System.getProperty(NAME)).isNull();
    }

    @MockartyTest
    static class OfMethod {

        @Test
        @MockartyProperty(NAME)
        void leads_to_the_test(MockartyServer mocks) {
            mocks.stub(get("/hello").respond(ok().text("hello")));

            assertThat(hello()).isEqualTo("hello");
        }
    }

    @Test
    void needs_no_other_annotation() {
        Runs.pass(OnItsOwn.class);
    }

    @MockartyProperty(NAME)
    static class OnItsOwn {

        @Test
        void leads_to_the_test(MockartyServer mocks) {
            mocks.stub(get("/hello").respond(ok().text("hello")));

            assertThat(hello()).isEqualTo("hello");
        }
    }

    @Test
    void is_refused_when_tests_run_in_parallel() {
        EngineExecutionResults results = Runs.parallel(2, OfClass.class);

        assertThat(Runs.failures(results))
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(
                        "@MockartyProperty(\"" + NAME + "\") on OfClass (expected: tests run one after the other, since"
                                + " a system property belongs to the whole JVM: set junit.jupiter.execution.parallel.enabled=false,"
                                + " or make the class @Isolated)");
        assertThat(System.getProperty(NAME)).isNull();
    }

    @Test
    void is_allowed_for_an_isolated_class() {
        Runs.allPassed(Runs.parallel(2, Alone.class));
    }

    @Isolated
    @MockartyTest
    @MockartyProperty(NAME)
    static class Alone {

        @Test
        void leads_to_the_test(MockartyServer mocks) {
            mocks.stub(get("/hello").respond(ok().text("hello")));

            assertThat(hello()).isEqualTo("hello");
        }
    }
}
