package io.mockarty.acceptance.readme;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.examples.shop.ShopClient;
import io.mockarty.examples.shop.Tier;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

// snippet: junit
@MockartyTest
class CheckoutTest {

    @Test
    void gold_customers_get_free_shipping(MockartyServer mocks, @MockartyUrl URI baseUrl) {
        mocks.stub(get("/users/:id")
                .when(header("X-Tier", equalTo("gold")))
                .respond(ok().json(Map.of("id", "$.pathParam.id", "name", "$.fake.FirstName"))));

        ShopClient shop = new ShopClient(baseUrl, Tier.GOLD);
        assertThat(shop.shippingFor(42)).isZero();

        assertThat(mocks).received(get("/users/42")).once();
    }
}
// end-snippet
