package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.namespace.Namespace;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many tests at once, on one server, none of which sees another. */
class ParallelTest {

    private static final int THREADS = 64;

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();
    private static final Set<String> NAMESPACES = ConcurrentHashMap.newKeySet();

    /** Stubs a route that all tests stub, asks for it, and looks whether anything else came. */
    private static void probe(MockartyServer mocks) {
        PORTS.add(mocks.port());
        String answer = mocks.namespace().name();
        NAMESPACES.add(answer);
        mocks.stub(get("/same/route").respond(ok().text(answer)));
        mocks.stub(
                post("/visits").extractGlobal("n", "$.increment($.gS.n || 0)").respond(ok().text("$.gS.n")));
        for (int i = 1; i <= 3; i++) {
            assertThat(Http.get(mocks.baseUrl() + "/same/route").body()).isEqualTo(answer);
            assertThat(Http.post(mocks.baseUrl() + "/visits").body()).isEqualTo(String.valueOf(i));
        }
        assertThat(mocks).received(get("/same/route")).times(3);
        assertThat(mocks.journal().all()).hasSize(6);
    }

    @Test
    void hundreds_of_tests_in_classes_and_methods_on_64_threads_do_not_interfere() {
        PORTS.clear();
        NAMESPACES.clear();

        Runs.allPassed(Runs.parallel(THREADS, Repeated.class, Arguments.class, WithNested.class, WithFields.class));

        assertThat(NAMESPACES).hasSize(500);
        assertThat(PORTS).hasSize(1);
    }

    @MockartyTest
    static class Repeated {

        private static final Together TOGETHER = new Together(2);

        @RepeatedTest(200)
        void sees_only_its_own(MockartyServer mocks) {
            probe(mocks);
        }

        @Test
        void stubs_a_route_with_one_answer(MockartyServer mocks) throws InterruptedException {
            answers_while_the_other_does(mocks, "one");
        }

        @Test
        void stubs_the_same_route_with_another_answer(MockartyServer mocks) throws InterruptedException {
            answers_while_the_other_does(mocks, "another");
        }

        private static void answers_while_the_other_does(MockartyServer mocks, String answer)
                throws InterruptedException {
            mocks.stub(get("/route").respond(ok().text(answer)));
            TOGETHER.meet();
            assertThat(Http.get(mocks.baseUrl() + "/route").body()).isEqualTo(answer);
        }
    }

    @MockartyTest
    static class Arguments {

        static Stream<Integer> numbers() {
            return IntStream.range(0, 100).boxed();
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void see_only_their_own(int number, MockartyServer mocks) {
            probe(mocks);
        }
    }

    @MockartyTest
    static class WithNested {

        @BeforeAll
        static void stub(MockartyServer mocks) {
            mocks.stub(get("/class").respond(ok().text("class")));
        }

        @RepeatedTest(50)
        void sees_only_its_own(MockartyServer mocks) {
            probe(mocks);
        }

        @Nested
        class Inside {

            @RepeatedTest(50)
            void sees_its_own_and_that_of_the_class(MockartyServer mocks) {
                probe(mocks);
                assertThat(Http.get(mocks.baseUrl() + "/class").body()).isEqualTo("class");
            }
        }
    }

    @MockartyTest
    static class WithFields {

        private MockartyServer mocks;

        @MockartyUrl
        private URI url;

        private final Namespace fromConstructor;

        WithFields(Namespace fromConstructor) {
            this.fromConstructor = fromConstructor;
        }

        @RepeatedTest(100)
        void has_one_namespace_everywhere() {
            assertThat(fromConstructor).isSameAs(mocks.namespace());
            assertThat(url).isEqualTo(mocks.baseUrl());
            probe(mocks);
        }
    }
}
