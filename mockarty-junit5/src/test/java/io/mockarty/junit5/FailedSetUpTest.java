package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.namespace.Namespace;
import io.mockarty.resolver.MockartyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be set up fails by itself, and leaves nothing behind. */
class FailedSetUpTest {

    @Test
    void a_test_with_bad_mocks_leaves_the_address_of_the_class_to_the_next_one() {
        assertThat(Runs.failures(Runs.of(BadMocksOfAMethod.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("gone.json"));
    }

    @MockartyTest
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class BadMocksOfAMethod {

        @MockartyUrl
        private static URI ofTheClass;

        @Test
        @Order(1)
        @Mocks("shop/gone.json")
        void never_runs() {}

        @Test
        @Order(2)
        void is_reached(MockartyServer mocks) {
            mocks.stub(get("/hello").respond(ok().text("hello")));
            assertThat(Http.get(ofTheClass + "/hello").body()).isEqualTo("hello");
        }

        @AfterAll
        static void only_the_class_is_open(MockartyServer mocks) {
            assertThat(mocks.namespaces().all())
                    .extracting(Namespace::name)
                    .containsExactlyInAnyOrder(mocks.namespace().name(), "sandbox");
        }
    }

    @Test
    void a_class_with_bad_mocks_ends_its_server() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BadMocksOfTheClass.port = free.getLocalPort();
        }
        assertThat(Runs.failure(BadMocksOfTheClass.class)).contains("gone.json");

        new ServerSocket(BadMocksOfTheClass.port, 1, InetAddress.getLoopbackAddress()).close();
    }

    static class BadMocksOfTheClass {

        private static int port;

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder()
                .server(ServerUse.OWN)
                .port(port)
                .mocks("shop/gone.json")
                .build();

        @Test
        void never_runs() {}
    }

    @Test
    void an_instance_that_cannot_be_made_leaves_no_address_behind() {
        assertThat(Runs.failure(Unmade.class)).isEqualTo("unmade");

        assertThatThrownBy(Registered.SHOP::server)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the mocked API outside of a test");
    }

    abstract static class Registered {

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder().build();
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Unmade extends Registered {

        Unmade() {
            throw new IllegalStateException("unmade");
        }

        @Test
        void never_runs() {}
    }

    @Test
    void a_client_that_cannot_be_closed_fails_the_test_and_the_others_are_closed() {
        Closing.CLOSED.clear();
        assertThat(Runs.failures(Runs.of(Closing.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("the client Bad[] cannot be closed"));
        assertThat(Closing.CLOSED).contains("good");
    }

    record Bad() implements AutoCloseable {

        @Override
        public void close() {
            throw new IllegalStateException("no");
        }
    }

    record Good() implements AutoCloseable {

        @Override
        public void close() {
            Closing.CLOSED.add("good");
        }
    }

    record Factory<T>(Class<T> type, java.util.function.Supplier<T> making) implements ClientFactory<T> {

        @Override
        public T create(MockartyServer mocks, URI baseUrl) {
            return making.get();
        }
    }

    static class Closing {

        static final List<String> CLOSED = new ArrayList<>();

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder()
                .client(new Factory<>(Bad.class, Bad::new))
                .client(new Factory<>(Good.class, Good::new))
                .build();

        @Test
        void uses_both(Bad bad, Good good) {}
    }

    @Test
    void a_factory_that_makes_no_client_is_refused() {
        assertThat(Runs.failure(NoClient.class)).contains("null, made by ", "(expected: a client)");
    }

    static class NoClient {

        @RegisterExtension
        static final MockartyExtension SHOP = MockartyExtension.builder()
                .client(new Factory<>(Good.class, () -> null))
                .build();

        @Test
        void never_runs(Good good) {}
    }

    @Test
    void instances_that_no_test_used_are_forgotten_with_their_class() {
        assertThat(Runs.failures(Runs.of(NeverMade.class, Afterwards.class))).hasSize(1);
        assertThat(Afterwards.open).isEqualTo(2); // its own and the default one
    }

    @MockartyTest
    static class NeverMade {

        NeverMade(MockartyServer mocks) {
            throw new IllegalStateException("never made, " + mocks.namespace());
        }

        @Test
        void never_runs() {}
    }

    @MockartyTest
    static class Afterwards {

        private static long open;

        @BeforeAll
        static void count(MockartyServer mocks) {
            open = mocks.namespaces().all().size();
        }

        @Test
        void runs() {}
    }
}
