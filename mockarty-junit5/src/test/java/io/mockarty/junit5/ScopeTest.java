package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who shares mocks, stores and addresses with whom. */
class ScopeTest {

    private static String body(Object base, String path) {
        return Http.get(base + path).body();
    }

    @Test
    void mocks_of_the_class_answer_in_each_test_and_count_apart() {
        Runs.pass(ClassMocks.class);
    }

    @MockartyTest
    static class ClassMocks {

        @BeforeAll
        static void stub_for_all(MockartyServer mocks) {
            mocks.stub(get("/flaky").respondInOrder(status(503), ok()));
            mocks.stub(get("/name").respond(ok().text("of the class")));
        }

        @RepeatedTest(2)
        void starts_to_count_afresh(@MockartyUrl URI url) {
            assertThat(Http.get(url + "/flaky").statusCode()).isEqualTo(503);
            assertThat(Http.get(url + "/flaky").statusCode()).isEqualTo(200);
        }

        @Test
        void stubs_over_them(MockartyServer mocks) {
            mocks.stub(get("/name").priority(-1).respond(ok().text("of the test")));

            assertThat(body(mocks.baseUrl(), "/name")).isEqualTo("of the test");
        }

        @Test
        void leaves_them_to_the_others(@MockartyUrl URI url) {
            assertThat(body(url, "/name")).isEqualTo("of the class");
        }
    }

    @Test
    void nested_classes_see_the_mocks_around_them_with_their_own_on_top() {
        Runs.pass(Outer.class);
        assertThat(Outer.PORTS).hasSize(1);
    }

    @MockartyTest(server = ServerUse.OWN)
    static class Outer {

        static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

        @BeforeAll
        static void stub(MockartyServer mocks) {
            mocks.stub(get("/outer").respond(ok().text("outer")));
            mocks.stub(get("/both").respond(ok().text("outer")));
        }

        @Test
        void outside(@MockartyUrl URI url, @MockartyPort int port) {
            PORTS.add(port);
            assertThat(body(url, "/outer") + body(url, "/both")).isEqualTo("outerouter");
            assertThat(body(url, "/outer")).isEqualTo("outer");
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Inner {

            @BeforeAll
            void stub(MockartyServer mocks) {
                mocks.stub(get("/both").respond(ok().text("inner")));
            }

            @Test
            void inside(@MockartyUrl URI url, @MockartyPort int port) {
                PORTS.add(port);
                assertThat(body(url, "/outer") + body(url, "/both")).isEqualTo("outerinner");
            }

            @Nested
            class Innermost {

                @Test
                void further_inside(MockartyServer mocks, @MockartyPort int port) {
                    PORTS.add(port);
                    mocks.stub(get("/both").respond(ok().text("innermost")));
                    assertThat(body(mocks.baseUrl(), "/outer") + body(mocks.baseUrl(), "/both"))
                            .isEqualTo("outerinnermost");
                }
            }
        }

        @AfterAll
        static void the_class_knows_what_all_its_tests_were_asked(MockartyServer mocks) {
            assertThat(mocks)
                    .received(get("/outer"))
                    .times(4)
                    .received(get("/both"))
                    .times(3);
        }
    }

    @Test
    void tests_of_class_scope_share_everything() {
        Runs.pass(ClassScope.class);
    }

    @MockartyTest(scope = TestScope.CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class ClassScope {

        @Test
        @Order(1)
        void one_stubs(MockartyServer mocks) {
            mocks.stub(post("/visits")
                    .extractGlobal("visits", "$.increment($.gS.visits || 0)")
                    .respond(ok()));
            mocks.stub(get("/visits").respond(ok().text("$.gS.visits")));
        }

        @Test
        @Order(2)
        void another_requests(@MockartyUrl URI url) {
            Http.post(url + "/visits");
            Http.post(url + "/visits");
        }

        @Test
        @Order(3)
        void a_third_verifies(MockartyServer mocks) {
            assertThat(mocks).received(post("/visits")).times(2);
            assertThat(body(mocks.baseUrl(), "/visits")).isEqualTo("2");
        }
    }

    @Test
    void classes_of_suite_scope_share_everything_and_others_nothing() {
        Runs.pass(FirstOfSuite.class, SecondOfSuite.class, NotOfSuite.class);
        assertThat(FirstOfSuite.URLS).hasSize(1);
    }

    @MockartyTest(scope = TestScope.SUITE)
    static class FirstOfSuite {

        static final Set<URI> URLS = ConcurrentHashMap.newKeySet();

        @Test
        void stubs(MockartyServer mocks, @MockartyUrl URI url) {
            URLS.add(url);
            mocks.stub(get("/suite").respond(ok().text("shared")));
        }
    }

    @MockartyTest(scope = TestScope.SUITE)
    static class SecondOfSuite {

        @Test
        void requests(@MockartyUrl URI url) {
            FirstOfSuite.URLS.add(url);
            assertThat(body(url, "/suite")).isEqualTo("shared");
        }
    }

    @MockartyTest(strict = Strictness.OFF)
    static class NotOfSuite {

        @Test
        void sees_nothing(@MockartyUrl URI url) {
            assertThat(Http.get(url + "/suite").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void stores_are_shared_by_the_class_when_asked() {
        Runs.pass(ClassStores.class);
        assertThat(ClassStores.SEEN).containsExactlyInAnyOrder("1", "2", "3");
    }

    @MockartyTest(stores = TestScope.CLASS)
    static class ClassStores {

        static final List<String> SEEN = new ArrayList<>();

        @RepeatedTest(2)
        void counts_on(MockartyServer mocks) {
            SEEN.add(visit(mocks));
        }

        @Nested
        class Inside {

            @Test
            void counts_on(MockartyServer mocks) {
                SEEN.add(visit(mocks));
            }
        }
    }

    private static String visit(MockartyServer mocks) {
        mocks.stub(get("/visit")
                .extractGlobal("visits", "$.increment($.gS.visits || 0)")
                .respond(ok().text("$.gS.visits")));
        return body(mocks.baseUrl(), "/visit");
    }

    @Test
    void stores_are_shared_by_the_suite_when_asked() {
        SEEN_BY_SUITE.clear();
        Runs.pass(SuiteStores1.class, SuiteStores2.class);
        assertThat(SEEN_BY_SUITE).containsExactlyInAnyOrder("1", "2");
    }

    private static final List<String> SEEN_BY_SUITE = new ArrayList<>();

    @MockartyTest(stores = TestScope.SUITE)
    static class SuiteStores1 {

        @Test
        void counts_on(MockartyServer mocks) {
            SEEN_BY_SUITE.add(visit(mocks));
        }
    }

    @MockartyTest(stores = TestScope.SUITE)
    static class SuiteStores2 {

        @Test
        void counts_on(MockartyServer mocks) {
            SEEN_BY_SUITE.add(visit(mocks));
        }
    }

    @Test
    void stores_are_apart_otherwise() {
        Runs.pass(OwnStores.class);
    }

    @MockartyTest
    static class OwnStores {

        @RepeatedTest(2)
        void counts_from_one(MockartyServer mocks) {
            assertThat(visit(mocks)).isEqualTo("1");
        }
    }

    @Test
    void an_instance_for_the_class_gets_new_mocks_for_each_test() {
        Runs.pass(PerClass.class);
        assertThat(PerClass.SEEN).hasSize(4);
    }

    @MockartyTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClass {

        static final Set<MockartyServer> SEEN = ConcurrentHashMap.newKeySet();

        private final MockartyServer ofTheClass;
        private MockartyServer mocks;

        PerClass(MockartyServer ofTheClass) {
            this.ofTheClass = ofTheClass;
            SEEN.add(ofTheClass);
        }

        @BeforeAll
        void has_those_of_the_class(MockartyServer parameter) {
            assertThat(parameter).isSameAs(ofTheClass);
            ofTheClass.stub(get("/class").respond(ok().text("class")));
        }

        @RepeatedTest(2)
        void has_its_own(MockartyServer parameter) {
            assertThat(mocks).isSameAs(parameter).isNotSameAs(ofTheClass);
            assertThat(body(mocks.baseUrl(), "/class")).isEqualTo("class");
            SEEN.add(mocks);
        }

        @Test
        void is_over_those_of_the_class() {
            assertThat(mocks.namespace().base()).isSameAs(ofTheClass.namespace());
            SEEN.add(mocks);
        }
    }

    @Test
    void constructors_get_the_mocks_of_the_test_to_come() {
        Runs.pass(Constructed.class);
        assertThat(Constructed.SEEN).hasSize(3);
    }

    @MockartyTest
    static class Constructed {

        static final Set<MockartyServer> SEEN = ConcurrentHashMap.newKeySet();

        final MockartyServer mocks;

        Constructed(MockartyServer mocks, @MockartyUrl URI url) {
            this.mocks = mocks;
            assertThat(url).isEqualTo(mocks.baseUrl());
        }

        @BeforeAll
        static void stub(MockartyServer mocks) {
            mocks.stub(get("/class").respond(ok().text("class")));
        }

        @RepeatedTest(2)
        void that_are_the_same_everywhere(MockartyServer parameter) {
            assertThat(parameter).isSameAs(mocks);
            assertThat(body(mocks.baseUrl(), "/class")).isEqualTo("class");
            SEEN.add(mocks);
        }

        @Nested
        class Inside {

            private final MockartyServer inner;

            Inside(MockartyServer inner) {
                this.inner = inner;
            }

            @BeforeAll
            static void stub(MockartyServer mocks) {
                mocks.stub(get("/inside").respond(ok().text("inside")));
            }

            @Test
            void also_for_both_instances(MockartyServer parameter) {
                assertThat(parameter).isSameAs(mocks).isSameAs(inner);
                assertThat(body(mocks.baseUrl(), "/class") + body(mocks.baseUrl(), "/inside"))
                        .isEqualTo("classinside");
                SEEN.add(mocks);
            }
        }
    }

    @Test
    void a_constructor_that_fails_leaves_nothing_to_the_next_test() {
        List<Throwable> failures = Runs.failures(Runs.of(ConstructedInVain.class));

        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("the first time");
        assertThat(ConstructedInVain.SEEN).hasSize(2).doesNotHaveDuplicates();
    }

    @MockartyTest
    static class ConstructedInVain {

        static final List<String> SEEN = new ArrayList<>();

        ConstructedInVain(MockartyServer mocks) {
            SEEN.add(mocks.baseUrl() + " " + mocks.hashCode());
            if (SEEN.size() == 1) {
                throw new IllegalStateException("the first time");
            }
        }

        @RepeatedTest(2)
        void runs() {}
    }

    @Test
    void dynamic_tests_share_the_mocks_of_their_factory() {
        Runs.pass(Factory.class);
    }

    @MockartyTest
    static class Factory {

        @TestFactory
        Stream<DynamicTest> makes_tests(MockartyServer mocks) {
            mocks.stub(get("/n/:n").respond(ok().text("$.pathParam.n")));
            return Stream.of("1", "2", "3")
                    .map(n -> DynamicTest.dynamicTest(
                            n,
                            () -> assertThat(body(mocks.baseUrl(), "/n/" + n)).isEqualTo(n)));
        }
    }

    @Test
    void each_argument_has_its_own_mocks_in_the_fields_as_well() {
        Runs.pass(Parameterized.class);
    }

    @MockartyTest
    static class Parameterized {

        private MockartyServer mocks;

        @ParameterizedTest
        @ValueSource(strings = {"one", "two"})
        void has_its_own(String word) {
            assertThat(mocks.namespace().mocks()).isEmpty();
            mocks.stub(get("/word").respond(ok().text(word)));
            assertThat(body(mocks.baseUrl(), "/word")).isEqualTo(word);
        }
    }
}
