package io.mockarty.acceptance.readme;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.created;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.resolver.MockartyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// snippet: migration-mockarty
@MockartyTest
class MigrationTest {

    @Test
    void a_gold_customer_places_an_order(MockartyServer mocks) throws Exception {
        mocks.stub(get("/users/42").withHeader("X-Tier", "gold").respond(ok().json("{\"id\": 42, \"name\": \"Ada\"}")));
        mocks.stub(post("/orders").withJson("$.sku", "tea").respond(created()));

        Shop shop = new Shop(mocks.baseUrl().toString());
        assertThat(shop.get("/users/42").body()).contains("Ada");
        assertThat(shop.post("/orders", "{\"sku\": \"tea\", \"qty\": 2}").statusCode())
                .isEqualTo(201);

        assertThat(mocks).received(post("/orders")).once();
    }

    @Test
    void the_stock_is_down_and_then_slow(MockartyServer mocks) throws Exception {
        mocks.stub(get("/stock/tea").respondInOrder(status(503), ok().text("7").delay(Duration.ofMillis(50))));

        Shop shop = new Shop(mocks.baseUrl().toString());
        assertThat(shop.get("/stock/tea").statusCode()).isEqualTo(503);
        assertThat(shop.get("/stock/tea").body()).isEqualTo("7");
    }
}
// end-snippet
