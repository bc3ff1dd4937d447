package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test class may ask for. Nothing here is configured; it is used as users use it. */
@MockartyTest
class MockartyExtensionTest {

    private MockartyServer fromBeforeEach;
    private String urlFromBeforeEach;

    @BeforeEach
    void prepare(MockartyServer mocks, @MockartyUrl String url) {
        fromBeforeEach = mocks;
        urlFromBeforeEach = url;
    }

    @AfterEach
    void look_back(MockartyServer mocks, @MockartyUrl URI url) {
        assertThat(mocks).isSameAs(fromBeforeEach);
        assertThat(url).hasToString(urlFromBeforeEach);
    }

    @Test
    void injects_a_server_that_takes_mocks(MockartyServer mocks) {
        mocks.stub(get("/hello").respond(ok().text("hello")));

        assertThat(Http.get(mocks.baseUrl() + "/hello").body()).isEqualTo("hello");
    }

    @Test
    void injects_the_address_of_the_namespace_as_uri(MockartyServer mocks, @MockartyUrl URI url) {
        assertThat(url).isEqualTo(mocks.baseUrl());
        assertThat(url.getPath()).startsWith("/stubs/").doesNotEndWith("/");
    }

    @Test
    void injects_the_address_of_the_namespace_as_string(MockartyServer mocks, @MockartyUrl String url) {
        assertThat(url).isEqualTo(mocks.baseUrl().toString());
    }

    @Test
    void gives_before_each_and_the_test_the_same_server(MockartyServer mocks) {
        assertThat(mocks).isSameAs(fromBeforeEach);
    }

    @Test
    void names_the_namespace_after_the_test(MockartyServer mocks) {
        assertThat(mocks.namespace().name()).startsWith("MockartyExtensionTest.names_the_namespace_after_the_test-");
    }

    @RepeatedTest(3)
    void gives_every_repetition_a_namespace_of_its_own(MockartyServer mocks) {
        assertThat(mocks.namespace().size()).isZero();
        mocks.stub(get("/left-behind").lenient().respond(ok()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "three"})
    void gives_every_argument_a_namespace_of_its_own(String argument, MockartyServer mocks) {
        assertThat(mocks.namespace().size()).isZero();
        mocks.stub(get("/word").respond(ok().text(argument)));

        assertThat(Http.get(mocks.baseUrl() + "/word").body()).isEqualTo(argument);
    }

    @Nested
    class Nested_class_Test {

        private MockartyServer fromInnerBeforeEach;

        @BeforeEach
        void prepare_more(MockartyServer mocks) {
            fromInnerBeforeEach = mocks;
        }

        @Test
        void shares_the_namespace_of_its_test_with_the_outer_class(MockartyServer mocks) {
            assertThat(mocks).isSameAs(fromBeforeEach).isSameAs(fromInnerBeforeEach);
        }

        @Test
        void starts_empty_like_any_other(MockartyServer mocks) {
            assertThat(mocks.namespace().size()).isZero();
        }
    }
}
