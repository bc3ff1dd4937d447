package io.mockarty.junit5.migration;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import org.junit.jupiter.api.Test;

// snippet: migration-wiremock
@WireMockTest
class WireMockCheckoutTest {

    @Test
    void a_gold_customer_places_an_order(WireMockRuntimeInfo server) throws Exception {
        stubFor(get(urlPathEqualTo("/users/42"))
                .withHeader("X-Tier", equalTo("gold"))
                .willReturn(okJson("{\"id\": 42, \"name\": \"Ada\"}")));
        stubFor(post(urlPathEqualTo("/orders"))
                .withRequestBody(matchingJsonPath("$.sku", equalTo("tea")))
                .willReturn(created()));

        Shop shop = new Shop(server.getHttpBaseUrl());
        assertThat(shop.get("/users/42").body()).contains("Ada");
        assertThat(shop.post("/orders", "{\"sku\": \"tea\", \"qty\": 2}").statusCode())
                .isEqualTo(201);

        verify(1, postRequestedFor(urlPathEqualTo("/orders")));
    }

    @Test
    void the_stock_is_down_and_then_slow(WireMockRuntimeInfo server) throws Exception {
        stubFor(get("/stock/tea")
                .inScenario("stock")
                .whenScenarioStateIs(STARTED)
                .willReturn(serviceUnavailable())
                .willSetStateTo("back"));
        stubFor(get("/stock/tea")
                .inScenario("stock")
                .whenScenarioStateIs("back")
                .willReturn(ok("7").withFixedDelay(50)));

        Shop shop = new Shop(server.getHttpBaseUrl());
        assertThat(shop.get("/stock/tea").statusCode()).isEqualTo(503);
        assertThat(shop.get("/stock/tea").body()).isEqualTo("7");
    }
}
// end-snippet
