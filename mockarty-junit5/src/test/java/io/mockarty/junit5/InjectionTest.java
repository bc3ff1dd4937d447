package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.journal.Journal;
import io.mockarty.namespace.MutableClock;
import io.mockarty.namespace.Namespace;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.store.Stores;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may be asked for, and where. */
class InjectionTest {

    @Test
    void everything_about_the_namespace_may_be_asked_for() {
        Runs.pass(AllTypes.class);
    }

    @MockartyTest
    static class AllTypes {

        @Test
        void by_type_and_qualifier(
                MockartyServer mocks, Namespace namespace, Journal journal, Stores stores, MutableClock clock) {
            assertThat(namespace).isSameAs(mocks.namespace());
            assertThat(journal).isSameAs(mocks.journal());
            assertThat(stores).isSameAs(mocks.stores());
            assertThat(clock).isSameAs(mocks.clock());
        }

        @Test
        void addresses_as_any_type(
                MockartyServer mocks,
                @MockartyUrl URI uri,
                @MockartyUrl URL url,
                @MockartyUrl String text,
                @MockartyPort int port,
                @MockartyPort Integer boxed) {
            assertThat(uri).isEqualTo(mocks.baseUrl());
            assertThat(url).hasToString(uri.toString());
            assertThat(text).isEqualTo(uri.toString());
            assertThat(port).isEqualTo(uri.getPort()).isEqualTo(boxed);
        }
    }

    @Test
    void life_cycle_methods_may_ask_as_well() {
        Runs.pass(LifeCycle.class);
    }

    @MockartyTest
    static class LifeCycle {

        static MockartyServer ofTheClass;
        MockartyServer ofTheTest;

        @BeforeAll
        static void before_all(MockartyServer mocks, @MockartyUrl URI url) {
            assertThat(mocks).isSameAs(ofTheClass);
            assertThat(url).isEqualTo(mocks.baseUrl());
        }

        @BeforeEach
        void before_each(MockartyServer mocks) {
            assertThat(mocks).isSameAs(ofTheTest).isNotSameAs(ofTheClass);
        }

        @Test
        void test(MockartyServer mocks) {
            assertThat(mocks).isSameAs(ofTheTest);
        }

        @AfterEach
        void after_each(MockartyServer mocks) {
            assertThat(mocks).isSameAs(ofTheTest);
        }

        @AfterAll
        static void after_all(MockartyServer mocks) {
            assertThat(mocks).isSameAs(ofTheClass);
        }
    }

    /** A client as users write them. */
    record ShopClient(URI baseUrl) implements AutoCloseable {

        static final List<ShopClient> CLOSED = new ArrayList<>();

        String hello() {
            return Http.get(baseUrl + "/hello").body();
        }

        @Override
        public void close() {
            CLOSED.add(this);
        }
    }

    /** What makes them. */
    public static class ShopClients implements ClientFactory<ShopClient> {

        @Override
        public Class<ShopClient> type() {
            return ShopClient.class;
        }

        @Override
        public ShopClient create(MockartyServer mocks, URI baseUrl) {
            return new ShopClient(baseUrl);
        }
    }

    @Test
    void clients_are_made_by_named_factories_and_closed_with_the_test() {
        ShopClient.CLOSED.clear();
        Runs.pass(NamedFactory.class);
        assertThat(ShopClient.CLOSED).hasSize(1);
    }

    @MockartyTest(clients = ShopClients.class)
    static class NamedFactory {

        private ShopClient field;

        @Test
        void makes_the_client(MockartyServer mocks, ShopClient shop) {
            mocks.stub(get("/hello").respond(ok().text("hello")));

            assertThat(shop.hello()).isEqualTo("hello");
            assertThat(field).isSameAs(shop);
            assertThat(ShopClient.CLOSED).isEmpty();
        }
    }

    @Test
    void clients_are_made_by_factories_given_to_the_builder() {
        Runs.pass(BuilderFactory.class);
    }

    static class BuilderFactory {

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().client(new ShopClients()).build();

        @Test
        void makes_the_client(ShopClient shop, @MockartyUrl URI url) {
            assertThat(shop.baseUrl()).isEqualTo(url);
        }
    }

    @Test
    void clients_are_made_by_factories_on_the_class_path() {
        Runs.pass(DiscoveredFactory.class);
    }

    /** A client whose factory is named in {@code META-INF/services}. */
    record PaymentClient(URI baseUrl) {}

    /** What makes them. */
    public static class PaymentClients implements ClientFactory<PaymentClient> {

        @Override
        public Class<PaymentClient> type() {
            return PaymentClient.class;
        }

        @Override
        public PaymentClient create(MockartyServer mocks, URI baseUrl) {
            return new PaymentClient(baseUrl);
        }
    }

    @MockartyTest
    static class DiscoveredFactory {

        @Test
        void makes_the_client(PaymentClient payments, @MockartyUrl URI url) {
            assertThat(payments.baseUrl()).isEqualTo(url);
        }
    }

    @Test
    void refuses_a_factory_that_cannot_be_made() {
        assertThat(Runs.failure(InnerFactory.class))
                .isEqualTo("clients: Inner (expected: a class with a constructor without parameters, static when it is"
                        + " nested)");
    }

    @MockartyTest(clients = InnerFactory.Inner.class)
    static class InnerFactory {

        @SuppressWarnings("ClassCanBeStatic") // which is what is wrong with it
        class Inner extends ShopClients {}

        @Test
        void never_runs() {}
    }

    @Test
    void refuses_an_address_of_another_type() {
        assertThat(Runs.failure(WrongUrl.class))
                .isEqualTo("@MockartyUrl int port of WrongUrl.asks_for_a_port (expected: the type URI, URL or String)");
    }

    @MockartyTest
    static class WrongUrl {

        @Test
        void asks_for_a_port(@MockartyUrl int port) {}
    }

    @Test
    void refuses_a_port_of_another_type() {
        assertThat(Runs.failure(WrongPort.class))
                .isEqualTo("@MockartyPort field WrongPort.port (expected: the type int or Integer)");
    }

    @MockartyTest
    static class WrongPort {

        @MockartyPort
        long port;

        @Test
        void has_a_long_port() {}
    }

    @Test
    void refuses_an_annotated_parameter_of_another_type_and_says_what_there_is() {
        assertThat(Runs.failure(WrongType.class))
                .isEqualTo(
                        "@MockartyTest StringBuilder text of WrongType.asks_for_text (expected: the type MockartyServer,"
                                + " Namespace, Journal, Stores or MutableClock; @MockartyUrl URI, URL or String; @MockartyPort"
                                + " int; or a type that a ClientFactory makes)");
    }

    static class WrongType {

        @Test
        void asks_for_text(@MockartyTest StringBuilder text) {}
    }

    @Test
    void leaves_other_parameters_to_other_extensions() {
        assertThat(Runs.failure(Unmarked.class)).contains("No ParameterResolver registered for parameter");
    }

    @MockartyTest
    static class Unmarked {

        @Test
        void asks_for_any_address(URI url) {}
    }
}
