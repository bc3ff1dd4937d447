package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyTest.DEDICATED;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** How a client finds the namespace of its test. */
class AddressTest {

    /** The port that the next test class asks for when it is initialised. */
    private static int port;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String stubbed(MockartyServer mocks, Object url) {
        mocks.stub(get("/hello").respond(ok().text(mocks.namespace().name())));
        return Http.get(url + "/hello").body();
    }

    @Test
    void a_dedicated_port_has_the_namespace_at_its_root() {
        Runs.allPassed(Runs.parallel(8, Dedicated.class));
        assertThat(Dedicated.PORTS).hasSize(20);
    }

    @MockartyTest(port = DEDICATED)
    static class Dedicated {

        static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

        @RepeatedTest(20)
        void that_no_other_test_has(MockartyServer mocks, @MockartyUrl URI url, @MockartyPort int port) {
            assertThat(url).hasPath("").hasPort(port);
            assertThat(stubbed(mocks, url)).isEqualTo(mocks.namespace().name());
            PORTS.add(port);
        }
    }

    @Test
    void a_header_names_the_namespace_for_clients_with_a_fixed_address() {
        Runs.pass(ByHeader.class);
    }

    @MockartyTest
    static class ByHeader {

        @RepeatedTest(2)
        void of_the_test(MockartyServer mocks) {
            String name = mocks.namespace().name();
            mocks.stub(get("/hello").respond(ok().text(name)));

            assertThat(Http.get(mocks.serverUrl() + "/hello", MockartyServer.NAMESPACE_HEADER, name)
                            .body())
                    .isEqualTo(name);
        }
    }

    @Test
    void a_fixed_port_leads_to_the_test_that_runs() throws IOException {
        port = freePort();
        Runs.pass(Fixed.class);
        assertThat(Fixed.SEEN).hasSize(3).doesNotHaveDuplicates();
    }

    static class Fixed {

        static final List<String> SEEN = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().port(port).build();

        @BeforeAll
        static void serves_the_class_too(MockartyServer mocks) {
            mocks.stub(get("/class").respond(ok().text("class")));
            assertThat(Http.get("http://127.0.0.1:" + port + "/class").body()).isEqualTo("class");
        }

        @RepeatedTest(2)
        void on_the_same_connections(MockartyServer mocks, @MockartyUrl URI url) {
            assertThat(url).isEqualTo(URI.create("http://127.0.0.1:" + port));
            SEEN.add(stubbed(mocks, url));
        }

        @Nested
        class Inside {

            @Test
            void nested_classes_as_well(MockartyServer mocks, @MockartyUrl URI url) {
                assertThat(url).isEqualTo(URI.create("http://127.0.0.1:" + port));
                SEEN.add(stubbed(mocks, url));
            }
        }
    }

    @Test
    void a_fixed_port_that_is_taken_is_refused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThat(Runs.failure(Taken.class))
                    .isEqualTo("port " + port + " on 127.0.0.1 is taken or not allowed"
                            + " (expected: a free port, or 0 to have one chosen)");
        }
    }

    static class Taken {

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().port(port).build();

        @Test
        void never_runs() {}
    }

    @Test
    void a_fixed_port_is_refused_for_tests_that_run_at_once() throws IOException {
        port = freePort();
        EngineExecutionResults results = Runs.parallel(4, Crowded.class);

        assertThat(Runs.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage("port: " + port
                                + " (expected: tests of the class run one after the other, since the port leads to the"
                                + " one that runs; @Execution(SAME_THREAD) does that, and port = DEDICATED gives each"
                                + " test its own)"));
    }

    static class Crowded {

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().port(port).build();

        private static final CountDownLatch REFUSED = new CountDownLatch(1);

        @RegisterExtension
        static final AfterEachCallback SEES_THE_END =
                test -> test.getExecutionException().ifPresent(refused -> REFUSED.countDown());

        private static void run_until_the_other_is_refused() throws InterruptedException {
            assertThat(REFUSED.await(30, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void one() throws InterruptedException {
            run_until_the_other_is_refused();
        }

        @Test
        void two() throws InterruptedException {
            run_until_the_other_is_refused();
        }
    }

    @Test
    void the_address_of_the_class_leads_to_the_test_that_runs() {
        Runs.pass(OneAddress.class);
    }

    @MockartyTest
    static class OneAddress {

        @MockartyUrl
        static URI urlOfTheClass;

        @RepeatedTest(2)
        void on_one_address(MockartyServer mocks) {
            assertThat(stubbed(mocks, urlOfTheClass))
                    .isEqualTo(mocks.namespace().name());
        }

        @Nested
        class Inside {

            @Test
            void in_nested_classes_as_well(MockartyServer mocks) {
                assertThat(stubbed(mocks, urlOfTheClass))
                        .isEqualTo(mocks.namespace().name());
            }
        }
    }

    @Test
    void an_own_server_has_the_class_at_its_root() {
        Runs.pass(OwnServer.class);
    }

    @MockartyTest(server = ServerUse.OWN)
    static class OwnServer {

        @MockartyUrl
        static URI urlOfTheClass;

        @Test
        void and_the_test_as_well(MockartyServer mocks) {
            assertThat(urlOfTheClass).hasPath("");
            assertThat(stubbed(mocks, urlOfTheClass))
                    .isEqualTo(mocks.namespace().name());
        }
    }

    @Test
    void impossible_options_are_refused() {
        assertThat(Runs.failure(NoPort.class)).isEqualTo("port: 70000 (expected: 0..65535, or MockartyTest.DEDICATED)");
        assertThat(Runs.failure(SuiteOnItsOwn.class))
                .isEqualTo(
                        "scope: SUITE with server OWN (expected: the shared server and its port, since the classes of"
                                + " a suite share both)");
        assertThat(Runs.failure(StoresOfAnotherServer.class))
                .isEqualTo(
                        "stores: SUITE with server OWN (expected: the shared server, since stores belong to a server)");
        assertThat(Runs.failure(NoMoment.class))
                .isEqualTo("clock: \"noon\" (expected: a moment such as 2026-01-01T12:00:00Z)");
        assertThat(Runs.failure(ScopeOfMethod.class))
                .isEqualTo(
                        "@MockartyTest on ScopeOfMethod.has_a_scope (expected: strict, seed and clock only; the rest is"
                                + " said on the class)");
        assertThat(Runs.failure(TwoOpinions.class))
                .isEqualTo(
                        "@MockartyTest in TwoOpinions says different things in different places (expected: options in"
                                + " one place, since there is one namespace; for several mocked APIs, use @RegisterExtension)");
        assertThat(Runs.failure(ClassScopeOfInstance.class))
                .isEqualTo(
                        "scope: CLASS (expected: METHOD, since the extension is registered by a method, a parameter or"
                                + " an instance field; a static field or an annotation of the class makes it last for the"
                                + " class)");
    }

    @Test
    void a_nested_class_cannot_have_another_address() {
        assertThat(Runs.failure(WithNested.class))
                .isEqualTo(
                        "port: -1 of a nested class (expected: on the class around it, whose server and port it has)");
    }

    @MockartyTest
    static class WithNested {

        @Nested
        @MockartyTest(port = DEDICATED)
        class Inside {

            @Test
            void never_runs() {}
        }
    }

    @MockartyTest(port = 70_000)
    static class NoPort {

        @Test
        void never_runs() {}
    }

    @MockartyTest(stores = TestScope.SUITE, server = ServerUse.OWN)
    static class StoresOfAnotherServer {

        @Test
        void never_runs() {}
    }

    @MockartyTest(scope = TestScope.SUITE, server = ServerUse.OWN)
    static class SuiteOnItsOwn {

        @Test
        void never_runs() {}
    }

    @MockartyTest(clock = "noon")
    static class NoMoment {

        @Test
        void never_runs() {}
    }

    @MockartyTest
    static class ScopeOfMethod {

        @Test
        @MockartyTest(scope = TestScope.CLASS)
        void has_a_scope() {}
    }

    static class TwoOpinions {

        @MockartyTest(seed = 1)
        static MockartyServer one;

        @MockartyTest(seed = 2)
        static MockartyServer two;

        @Test
        void never_runs() {}
    }

    static class ClassScopeOfInstance {

        @RegisterExtension
        final MockartyExtension shop =
                MockartyExtension.builder().scope(TestScope.CLASS).build();

        @Test
        void never_runs() {}
    }
}
