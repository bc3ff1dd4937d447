package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.journal.VerificationException;
import io.mockarty.resolver.MockartyServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests fail for what they did not foresee. */
class StrictnessTest {

    @Test
    void a_request_that_no_mock_matched_fails_the_test() {
        assertThat(Runs.thrown(Unmatched.class))
                .isInstanceOf(VerificationException.class)
                .hasMessage("""
                        Requests that no mock matched:

                        GET /users/43 (2 times, the latest is shown)
                          nearest mocks:
                            1. GET /users/42  (mock-1)
                                 path: expected /users/42, was /users/43
                                 header X-Tier: expected "gold", was absent""");
    }

    @MockartyTest
    static class Unmatched {

        @Test
        void misses(MockartyServer mocks) {
            mocks.stub(get("/users/42")
                    .when(header("X-Tier", equalTo("gold")))
                    .lenient()
                    .respond(ok()));
            Http.get(mocks.baseUrl() + "/users/43");
            Http.get(mocks.baseUrl() + "/users/43");
        }
    }

    @Test
    void a_stub_that_no_request_used_fails_the_test() {
        assertThat(Runs.thrown(Unused.class))
                .isInstanceOf(VerificationException.class)
                .hasMessage("""
                        Stubs that no request used:

                        POST /orders  (order)
                          Nearest requests:
                            GET /users/42
                              method: expected POST, was GET
                              path: expected /orders, was /users/42

                        GET /carts/:id  (mock-2)
                          Nearest requests:
                            GET /users/42
                              path: expected /carts/:id, was /users/42""");
    }

    @MockartyTest
    static class Unused {

        @Test
        void stubs_too_much(MockartyServer mocks) {
            mocks.stub(post("/orders").id("order").respond(ok()));
            mocks.stub(get("/users/:id").respond(ok()));
            mocks.stub(get("/carts/:id").respond(ok()));
            mocks.stub(get("/who-cares").lenient().respond(ok()));
            Http.get(mocks.baseUrl() + "/users/42");
        }
    }

    @Test
    void both_are_told_at_once() {
        Throwable failure = Runs.thrown(Both.class);

        assertThat(failure).hasMessageStartingWith("Requests that no mock matched:");
        assertThat(failure.getSuppressed()[0]).hasMessageStartingWith("Stubs that no request used:");
    }

    @MockartyTest
    static class Both {

        @Test
        void misses_its_stub(MockartyServer mocks) {
            mocks.stub(get("/a").respond(ok()));
            Http.get(mocks.baseUrl() + "/b");
        }
    }

    @Test
    void stubs_made_before_the_test_method_may_go_unused() {
        Runs.pass(StubbedBefore.class);
    }

    @MockartyTest
    static class StubbedBefore {

        @BeforeEach
        void stub(MockartyServer mocks) {
            mocks.stub(get("/users/:id").respond(ok()));
        }

        @Test
        void does_nothing() {}
    }

    @Test
    void the_test_may_be_less_strict() {
        Runs.pass(OnlyRequests.class, OnlyStubs.class, Off.class);
    }

    @MockartyTest(strict = Strictness.UNMATCHED_REQUESTS)
    static class OnlyRequests {

        @Test
        void stubs_too_much(MockartyServer mocks) {
            mocks.stub(get("/a").respond(ok()));
        }
    }

    @MockartyTest(strict = Strictness.UNUSED_STUBS)
    static class OnlyStubs {

        @Test
        void misses(@MockartyUrl URI url) {
            Http.get(url + "/b");
        }
    }

    @MockartyTest(strict = Strictness.OFF)
    static class Off {

        @Test
        void misses_its_stub(MockartyServer mocks) {
            mocks.stub(get("/a").respond(ok()));
            Http.get(mocks.baseUrl() + "/b");
        }
    }

    @Test
    void the_failure_of_the_test_comes_first() {
        Throwable failure = Runs.thrown(FailsItself.class);

        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("of the test");
        assertThat(failure.getSuppressed())
                .extracting(suppressed -> suppressed.getClass().getSimpleName())
                .containsExactly("VerificationException", "TestJournal");
        assertThat(failure.getSuppressed()[0]).hasMessageStartingWith("Requests that no mock matched:");
    }

    @MockartyTest
    static class FailsItself {

        @Test
        void fails(MockartyServer mocks) {
            mocks.stub(get("/never-reached").respond(ok()));
            Http.get(mocks.baseUrl() + "/b");
            throw new IllegalStateException("of the test");
        }
    }

    @Test
    void an_aborted_test_stays_aborted() {
        Runs.of(Aborted.class)
                .testEvents()
                .assertStatistics(stats -> stats.aborted(1).failed(0));
    }

    @MockartyTest
    static class Aborted {

        @Test
        void assumes_too_much(MockartyServer mocks) {
            mocks.stub(get("/never-reached").respond(ok()));
            Http.get(mocks.baseUrl() + "/b");
            Assumptions.abort("no more");
        }
    }

    @Test
    void a_request_is_waited_for_when_its_body_is_still_coming() {
        assertThat(Runs.failure(SlowBody.class)).startsWith("Requests that no mock matched:\n\nPOST /slow\n");
    }

    @MockartyTest
    static class SlowBody {

        private CompletableFuture<Void> rest = new CompletableFuture<>();

        @Test
        void ends_while_a_client_sends(MockartyServer mocks) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), mocks.port());
            String head =
                    "POST " + mocks.baseUrl().getPath() + "/slow HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            awaitHead(mocks);
            rest = CompletableFuture.runAsync(() -> send(socket));
        }

        private static void awaitHead(MockartyServer mocks) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (mocks.namespace().inFlight().count() == 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }

        private static void send(Socket socket) {
            try (socket) {
                socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @AfterEach
        void the_client_ends_as_well() {
            rest.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void a_request_that_never_ends_is_waited_for_once() {
        Runs.pass(EndlessBody.class);
        assertThat(EndlessBody.waited).isLessThan(TimeUnit.MILLISECONDS.toNanos(1_900));
    }

    @MockartyTest
    static class EndlessBody {

        private static Socket socket = new Socket();
        private static long end;
        private static long waited;

        @Test
        void ends_while_a_client_sends(MockartyServer mocks) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), mocks.port());
            String head =
                    "POST " + mocks.baseUrl().getPath() + "/slow HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            SlowBody.awaitHead(mocks);
            end = System.nanoTime();
        }

        @AfterAll
        static void the_client_gives_up() throws IOException {
            waited = System.nanoTime() - end;
            socket.close();
        }
    }

    @Test
    void in_class_scope_a_request_is_blamed_on_one_test_and_stubs_may_be_used_by_another() {
        List<Throwable> failures = Runs.failures(Runs.of(ClassScope.class));

        assertThat(failures)
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageStartingWith("Requests that no mock matched:\n\nGET /missing\n"));
    }

    @MockartyTest(scope = TestScope.CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class ClassScope {

        @Test
        @Order(1)
        void stubs(MockartyServer mocks) {
            mocks.stub(get("/later").respond(ok()));
        }

        @Test
        @Order(2)
        void misses(@MockartyUrl URI url) {
            Http.get(url + "/missing");
        }

        @Test
        @Order(3)
        void uses(@MockartyUrl URI url) {
            Http.get(url + "/later");
        }
    }

    @Test
    void in_class_scope_a_stub_that_no_test_used_fails_the_class() {
        assertThat(Runs.failure(ClassScopeUnused.class))
                .startsWith("Stubs that no request used:\n\nGET /later  (mock-1)\n");
    }

    @MockartyTest(scope = TestScope.CLASS)
    static class ClassScopeUnused {

        @Test
        void stubs(MockartyServer mocks) {
            mocks.stub(get("/later").respond(ok()));
        }
    }
}
