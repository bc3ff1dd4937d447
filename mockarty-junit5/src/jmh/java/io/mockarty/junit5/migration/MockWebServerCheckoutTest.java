package io.mockarty.junit5.migration;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

// snippet: migration-mockwebserver
class MockWebServerCheckoutTest {

    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void a_gold_customer_places_an_order() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("{\"id\": 42, \"name\": \"Ada\"}")
                .build());
        server.enqueue(new MockResponse.Builder().code(201).build());

        Shop shop = new Shop("http://localhost:" + server.getPort());
        assertThat(shop.get("/users/42").body()).contains("Ada");
        assertThat(shop.post("/orders", "{\"sku\": \"tea\", \"qty\": 2}").statusCode())
                .isEqualTo(201);

        RecordedRequest user = server.takeRequest();
        assertThat(user.getTarget()).isEqualTo("/users/42");
        assertThat(user.getHeaders().get("X-Tier")).isEqualTo("gold");
        RecordedRequest order = server.takeRequest();
        assertThat(order.getMethod() + " " + order.getTarget()).isEqualTo("POST /orders");
        assertThat(order.getBody().utf8()).contains("\"sku\": \"tea\"");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void the_stock_is_down_and_then_slow() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder()
                .body("7")
                .headersDelay(50, MILLISECONDS)
                .build());

        Shop shop = new Shop("http://localhost:" + server.getPort());
        assertThat(shop.get("/stock/tea").statusCode()).isEqualTo(503);
        assertThat(shop.get("/stock/tea").body()).isEqualTo("7");
    }
}
// end-snippet
