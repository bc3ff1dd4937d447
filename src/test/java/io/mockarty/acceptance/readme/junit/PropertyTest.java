package io.mockarty.acceptance.readme.junit;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyProperty;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.resolver.MockartyServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

// snippet: junit-property
@MockartyTest
@MockartyProperty("shop.url") // before what starts the application
@ExtendWith(PropertyTest.Application.class)
class PropertyTest {

    @Test
    void greets(MockartyServer mocks) {
        mocks.stub(get("/hello").respond(ok().text("hello")));

        assertThat(Application.greet()).isEqualTo("hello");
    }
    // end-snippet

    /** Reads its settings once, before all tests, as the extensions of Micronaut and Quarkus do. */
    static class Application implements BeforeAllCallback {

        private static final StringBuilder SHOP_URL = new StringBuilder();

        @Override
        public void beforeAll(ExtensionContext context) {
            SHOP_URL.append(System.getProperty("shop.url"));
        }

        static String greet() {
            return Http.get(SHOP_URL + "/hello").body();
        }
    }

    @BeforeAll
    static void the_application_has_started() {
        assertThat(Application.SHOP_URL).startsWith("http://127.0.0.1:");
    }
}
