package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyTest.DEDICATED;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways to ask for a mocked API, which all take the same options. */
class RegistrationTest {

    private static void serves(MockartyServer mocks) {
        mocks.stub(get("/hello").respond(ok().text("hello")));
        assertThat(Http.get(mocks.baseUrl() + "/hello").body()).isEqualTo("hello");
    }

    @Test
    void an_annotation_on_an_annotation_counts() {
        Runs.pass(WithMetaAnnotation.class);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @MockartyTest(port = DEDICATED)
    @interface ShopTest {}

    @ShopTest
    static class WithMetaAnnotation {

        @Test
        void has_its_options(MockartyServer mocks, @MockartyUrl URI url) {
            serves(mocks);
            assertThat(url.getPath()).isEmpty();
        }
    }

    @Test
    void an_annotation_on_a_superclass_counts() {
        Runs.pass(Inheriting.class);
    }

    @MockartyTest(port = DEDICATED)
    abstract static class Base {

        MockartyServer mocks;
    }

    static class Inheriting extends Base {

        @Test
        void has_its_options_and_fields(@MockartyUrl URI url) {
            serves(mocks);
            assertThat(url.getPath()).isEmpty();
        }
    }

    @Test
    void plain_fields_of_an_annotated_class_are_filled() {
        Runs.pass(PlainFields.class);
    }

    @MockartyTest
    static class PlainFields {

        static MockartyServer ofTheClass;

        private MockartyServer mocks;

        @MockartyUrl
        private URI url;

        @MockartyPort
        private int port;

        private final MockartyServer untouched = null;
        private URI notOurs;

        @BeforeAll
        static void static_fields_are_filled_before() {
            assertThat(ofTheClass).isNotNull();
        }

        @BeforeEach
        void fields_are_filled_before() {
            assertThat(mocks).isNotNull();
        }

        @RepeatedTest(2)
        void with_what_parameters_get(MockartyServer parameter) {
            serves(mocks);
            assertThat(mocks).isSameAs(parameter).isNotSameAs(ofTheClass);
            assertThat(url).isEqualTo(mocks.baseUrl());
            assertThat(port).isEqualTo(mocks.port());
            assertThat(notOurs).isNull();
            assertThat(untouched).isNull();
        }
    }

    @Test
    void an_annotation_on_a_static_field_lasts_for_the_class() {
        Runs.pass(AnnotatedStaticField.class);
        assertThat(AnnotatedStaticField.mocks).isNull();
    }

    static class AnnotatedStaticField {

        @MockartyTest(scope = TestScope.CLASS)
        static MockartyServer mocks;

        static final Set<String> NAMESPACES = ConcurrentHashMap.newKeySet();

        @RepeatedTest(2)
        void shares_the_namespace() {
            serves(mocks);
            NAMESPACES.add(mocks.namespace().name());
            assertThat(NAMESPACES).hasSize(1);
        }
    }

    @Test
    void an_annotation_on_an_instance_field_lasts_for_a_test() {
        Runs.pass(AnnotatedInstanceField.class);
        assertThat(AnnotatedInstanceField.NAMESPACES).hasSize(2);
    }

    static class AnnotatedInstanceField {

        static final Set<MockartyServer> NAMESPACES = ConcurrentHashMap.newKeySet();

        @MockartyTest(seed = 7, port = DEDICATED)
        private MockartyServer mocks;

        @MockartyUrl
        private String url;

        @RepeatedTest(2)
        void has_its_own_namespace_with_its_options() {
            serves(mocks);
            NAMESPACES.add(mocks);
            assertThat(mocks.namespace().seed()).isEqualTo(7);
            assertThat(URI.create(url).getPath()).isEmpty();
        }
    }

    @Test
    void an_annotation_on_a_parameter_lasts_for_a_test() {
        Runs.pass(AnnotatedParameter.class);
    }

    static class AnnotatedParameter {

        @Test
        void has_its_options(@MockartyTest(seed = 7) MockartyServer mocks) {
            serves(mocks);
            assertThat(mocks.namespace().seed()).isEqualTo(7);
        }
    }

    @Test
    void an_annotation_on_a_method_lasts_for_a_test() {
        Runs.pass(AnnotatedMethod.class);
    }

    static class AnnotatedMethod {

        @Test
        @MockartyTest(seed = 7)
        void has_its_options(MockartyServer mocks) {
            serves(mocks);
            assertThat(mocks.namespace().seed()).isEqualTo(7);
        }
    }

    @Test
    void a_method_may_change_what_concerns_it_alone() {
        Runs.pass(MethodOverClass.class);
    }

    @MockartyTest(seed = 1, port = DEDICATED)
    static class MethodOverClass {

        @Test
        @MockartyTest(seed = 7, strict = Strictness.OFF)
        void has_its_own_seed_and_strictness(MockartyServer mocks, @MockartyUrl URI url) {
            mocks.stub(get("/unused").respond(ok()));
            assertThat(mocks.namespace().seed()).isEqualTo(7);
            assertThat(url.getPath()).isEmpty();
        }

        @Test
        void has_those_of_the_class(MockartyServer mocks) {
            assertThat(mocks.namespace().seed()).isEqualTo(1);
        }
    }

    @Test
    void a_registered_static_field_lasts_for_the_class_and_its_nested_classes() {
        Runs.pass(RegisteredStatic.class);
    }

    static class RegisteredStatic {

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().port(DEDICATED).build();

        static URI urlOfTheClass;

        @BeforeAll
        static void look() {
            urlOfTheClass = SHOP.baseUrl();
        }

        @Test
        void leads_to_the_mocks_of_the_test(MockartyServer mocks) {
            assertThat(SHOP.server()).isSameAs(mocks);
            serves(SHOP.server());
            assertThat(Http.get(urlOfTheClass + "/hello").body()).isEqualTo("hello");
        }

        @Nested
        class Within {

            @Test
            void as_well(MockartyServer mocks) {
                assertThat(SHOP.server()).isSameAs(mocks);
                serves(SHOP.server());
                assertThat(Http.get(urlOfTheClass + "/hello").body()).isEqualTo("hello");
            }
        }
    }

    @Test
    void a_registered_instance_field_lasts_for_a_test() {
        Runs.pass(RegisteredInstance.class);
    }

    static class RegisteredInstance {

        static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        final MockartyExtension shop =
                MockartyExtension.builder().server(ServerUse.OWN).build();

        @RepeatedTest(2)
        void has_a_server_of_its_own(MockartyServer mocks) {
            assertThat(shop.server()).isSameAs(mocks);
            serves(mocks);
            assertThat(shop.baseUrl()).isEqualTo(mocks.baseUrl()).hasPath("");
            assertThat(PORTS.add(mocks.port())).isTrue();
        }
    }

    @Test
    void a_static_class_has_nothing_of_the_class_around_it() {
        Runs.pass(Around.Apart.class);
    }

    @MockartyTest(port = MockartyTest.DEDICATED)
    static final class Around {

        private Around() {}

        static class Apart {

            @Test
            void has_its_own_options(@MockartyTest MockartyServer mocks, @MockartyUrl URI url) {
                assertThat(url).isEqualTo(mocks.baseUrl());
            }
        }
    }

    @Test
    void several_named_extensions_mock_several_apis() {
        Runs.pass(TwoApis.class);
    }

    static class TwoApis {

        @RegisterExtension
        static final MockartyExtension SHOP =
                MockartyExtension.builder().name("shop").build();

        @RegisterExtension
        static final MockartyExtension PAYMENTS =
                MockartyExtension.builder().name("payments").build();

        @Test
        void that_know_nothing_of_each_other() {
            SHOP.server().stub(get("/who").respond(ok().text("shop")));
            PAYMENTS.server().stub(get("/who").respond(ok().text("payments")));

            assertThat(Http.get(SHOP.baseUrl() + "/who").body()).isEqualTo("shop");
            assertThat(Http.get(PAYMENTS.baseUrl() + "/who").body()).isEqualTo("payments");
            assertThat(SHOP.server().namespace().name()).startsWith("TwoApis.shop.that_know_nothing_of_each_other-");
        }
    }
}
