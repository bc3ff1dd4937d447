package io.mockarty.junit5.migration;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockserver.model.HttpRequest.request;
import static org.mockserver.model.HttpResponse.response;
import static org.mockserver.model.JsonBody.json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockserver.client.MockServerClient;
import org.mockserver.junit.jupiter.MockServerExtension;
import org.mockserver.matchers.Times;
import org.mockserver.model.MediaType;
import org.mockserver.verify.VerificationTimes;

// snippet: migration-mockserver
@ExtendWith(MockServerExtension.class)
class MockServerCheckoutTest {

    @BeforeEach
    void reset(MockServerClient mocks) {
        mocks.reset();
    }

    @Test
    void a_gold_customer_places_an_order(MockServerClient mocks) throws Exception {
        mocks.when(request().withMethod("GET").withPath("/users/42").withHeader("X-Tier", "gold"))
                .respond(response().withBody("{\"id\": 42, \"name\": \"Ada\"}", MediaType.APPLICATION_JSON));
        mocks.when(request().withMethod("POST").withPath("/orders").withBody(json("{\"sku\": \"tea\"}")))
                .respond(response().withStatusCode(201));

        Shop shop = new Shop("http://localhost:" + mocks.getPort());
        assertThat(shop.get("/users/42").body()).contains("Ada");
        assertThat(shop.post("/orders", "{\"sku\": \"tea\", \"qty\": 2}").statusCode())
                .isEqualTo(201);

        mocks.verify(request().withMethod("POST").withPath("/orders"), VerificationTimes.once());
    }

    @Test
    void the_stock_is_down_and_then_slow(MockServerClient mocks) throws Exception {
        mocks.when(request().withPath("/stock/tea"), Times.once())
                .respond(response().withStatusCode(503));
        mocks.when(request().withPath("/stock/tea")).respond(response("7").withDelay(MILLISECONDS, 50));

        Shop shop = new Shop("http://localhost:" + mocks.getPort());
        assertThat(shop.get("/stock/tea").statusCode()).isEqualTo(503);
        assertThat(shop.get("/stock/tea").body()).isEqualTo("7");
    }
}
// end-snippet
