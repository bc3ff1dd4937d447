package io.mockarty.acceptance.readme.junit;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.junit5.Mocks;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

// snippet: junit-layers
@MockartyTest
@Mocks("shop/*.yaml") // beside the test class, at the root of the class path, or in the file system
class ShopMocksTest {

    @BeforeAll
    static void for_all_tests(MockartyServer mocks) {
        mocks.stub(get("/stock/:sku").respondInOrder(status(503), ok().text("7")));
    }

    @Test
    void retries(@MockartyUrl URI shop) {
        assertThat(Http.get(shop + "/stock/tea").statusCode()).isEqualTo(503);
        assertThat(Http.get(shop + "/stock/tea").body()).isEqualTo("7");
    }

    @Test
    @Mocks("shop/outage/*.yaml") // on top of those of the class
    void survives_an_outage(@MockartyUrl URI shop) {
        assertThat(Http.get(shop + "/users/42").statusCode()).isEqualTo(500);
    }

    @Nested
    class With_a_gold_customer {

        @Test
        void greets_by_name(MockartyServer mocks, @MockartyUrl URI shop) {
            mocks.stub(get("/users/42").respond(ok().text("Ada")));

            assertThat(Http.get(shop + "/users/42").body()).isEqualTo("Ada");
            assertThat(Http.get(shop + "/stock/tea").statusCode()).isEqualTo(503);
        }
    }
}
// end-snippet
