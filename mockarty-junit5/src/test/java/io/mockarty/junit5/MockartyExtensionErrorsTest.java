package io.mockarty.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MockartyExtensionErrorsTest {

    @Test
    void refuses_an_address_of_another_type() {
        assertThat(Runs.failure(WrongType.class))
                .isEqualTo("@MockartyUrl int port of WrongType.asks_for_a_port"
                        + " (expected: a parameter of type java.net.URI or String)");
    }

    @Test
    void refuses_a_server_for_the_constructor() {
        assertThat(Runs.failure(InConstructor.class))
                .isEqualTo("MockartyServer mocks of the constructor of InConstructor"
                        + " (expected: a parameter of a test method, @BeforeEach or @AfterEach,"
                        + " because each test has a namespace of its own)");
    }

    @Test
    void refuses_an_address_before_all_tests() {
        assertThat(Runs.failure(InBeforeAll.class))
                .isEqualTo("@MockartyUrl URI url of InBeforeAll.prepare"
                        + " (expected: a parameter of a test method, @BeforeEach or @AfterEach,"
                        + " because each test has a namespace of its own)");
    }

    @Test
    void leaves_other_parameters_to_other_extensions() {
        assertThat(Runs.failure(Unmarked.class)).contains("No ParameterResolver registered for parameter");
    }

    @MockartyTest
    static class WrongType {

        @Test
        void asks_for_a_port(@MockartyUrl int port) {}
    }

    @MockartyTest
    static class InConstructor {

        InConstructor(MockartyServer mocks) {}

        @Test
        void does_nothing() {}
    }

    @MockartyTest
    static class InBeforeAll {

        @BeforeAll
        static void prepare(@MockartyUrl URI url) {}

        @Test
        void does_nothing() {}
    }

    @MockartyTest
    static class Unmarked {

        @Test
        void asks_for_any_address(URI url) {}
    }
}
