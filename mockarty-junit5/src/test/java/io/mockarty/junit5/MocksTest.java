package io.mockarty.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.InvalidMockException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mocks from files. */
class MocksTest {

    private static String users(Object url) {
        return Http.get(url + "/users/42").body();
    }

    private static String orders(Object url) {
        return Http.get(url + "/orders/7").body();
    }

    @Test
    void of_the_class_answer_in_each_test_and_of_a_method_on_top() {
        Runs.pass(OfClassAndMethod.class);
    }

    @MockartyTest
    @Mocks("shop/*.json")
    static class OfClassAndMethod {

        @RepeatedTest(2)
        void those_of_the_class(@MockartyUrl URI url) {
            assertThat(users(url)).isEqualTo("user of the class");
            assertThat(orders(url)).isEqualTo("order of the class");
        }

        @Test
        @Mocks("shop/method/orders.yaml")
        void those_of_the_method_over_those_of_the_class(@MockartyUrl URI url) {
            assertThat(users(url)).isEqualTo("user of the class");
            assertThat(orders(url)).isEqualTo("order of the method");
        }

        @Nested
        @Mocks("shop/method/orders.yaml")
        class Inside {

            @Test
            void those_of_the_nested_class_over_those_around_it(@MockartyUrl URI url) {
                assertThat(users(url)).isEqualTo("user of the class");
                assertThat(orders(url)).isEqualTo("order of the method");
            }
        }
    }

    @Test
    void are_inherited_and_added_up() {
        Runs.pass(Inheriting.class, Repeated.class);
    }

    @MockartyTest
    @Mocks("shop/users.json")
    abstract static class Base {}

    static class Inheriting extends Base {

        @Test
        void those_of_the_superclass(@MockartyUrl URI url) {
            assertThat(users(url)).isEqualTo("user of the class");
        }
    }

    @MockartyTest
    @Mocks("shop/users.json")
    @Mocks("shop/orders.json")
    static class Repeated {

        @Test
        void all_of_them(@MockartyUrl URI url) {
            assertThat(users(url)).isEqualTo("user of the class");
            assertThat(orders(url)).isEqualTo("order of the class");
        }
    }

    @Test
    void also_load_when_the_extension_is_registered_for_one_test() {
        Runs.pass(OfInstance.class);
    }

    @Mocks("shop/users.json")
    static class OfInstance {

        @RegisterExtension
        final MockartyExtension shop =
                MockartyExtension.builder().mocks("shop/orders.json").build();

        @Test
        void those_of_class_and_builder() {
            assertThat(users(shop.baseUrl())).isEqualTo("user of the class");
            assertThat(orders(shop.baseUrl())).isEqualTo("order of the class");
        }

        @Test
        @Mocks("shop/method/orders.yaml")
        void those_of_the_method_on_top() {
            assertThat(orders(shop.baseUrl())).isEqualTo("order of the method");
        }
    }

    @Test
    void need_no_other_annotation() {
        Runs.pass(Alone.class);
    }

    @Mocks("shop/users.json")
    static class Alone {

        @Test
        void are_there(@MockartyUrl URI url) {
            assertThat(users(url)).isEqualTo("user of the class");
        }
    }

    @Test
    void a_file_that_is_missing_fails_the_test_with_all_places() {
        assertThat(Runs.thrown(Missing.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("mock file not found: shop/gone/*.json (looked in: class path"
                        + " io/mockarty/junit5/, class path root, directory ");
    }

    @MockartyTest
    @Mocks("shop/gone/*.json")
    static class Missing {

        @Test
        void never_runs() {}
    }

    @Test
    void bad_mocks_fail_the_test_with_the_path_and_all_problems() {
        Throwable failure = Runs.thrown(Bad.class);

        assertThat(failure).isInstanceOf(InvalidMockException.class);
        assertThat(String.valueOf(failure.getMessage()).replaceAll("/[^ ]*/junit5/bad/", ""))
                .isEqualTo("""
                        3 problems
                          one.json: http.httpMethod: "FETCH IT" (expected: a request method, such as GET, or ANY)
                          one.json: response.statusCode: 999 (expected: 100..599)
                          two.yaml: http.route: null (expected: a value)""");
    }

    @MockartyTest
    static class Bad {

        @Test
        @Mocks("bad")
        void never_runs() {}
    }
}
