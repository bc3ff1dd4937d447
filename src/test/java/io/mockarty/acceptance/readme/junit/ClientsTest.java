package io.mockarty.acceptance.readme.junit;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.examples.shop.ShopClient;
import io.mockarty.examples.shop.Tier;
import io.mockarty.junit5.ClientFactory;
import io.mockarty.junit5.MockartyTest;
import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

// snippet: junit-clients
@MockartyTest(clients = ClientsTest.Shops.class)
class ClientsTest {

    @Test
    void gold_customers_get_free_shipping(MockartyServer mocks, ShopClient shop) {
        mocks.stub(get("/users/:id")
                .withHeader("X-Tier", "gold")
                .respond(ok().json(Map.of("id", "$.pathParam.id", "name", "Ada"))));

        assertThat(shop.shippingFor(42)).isZero();
    }

    static class Shops implements ClientFactory<ShopClient> {

        @Override
        public Class<ShopClient> type() {
            return ShopClient.class;
        }

        @Override
        public ShopClient create(MockartyServer mocks, URI baseUrl) {
            return new ShopClient(baseUrl, Tier.GOLD);
        }
    }
}
// end-snippet
