package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.delete;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoMatchTest {

    private static final String ORDER = "{\"customer\":{\"tier\":\"silver\"},\"total\":5}";

    private final Engines shop = new Engines(7);

    @BeforeEach
    void mocks() {
        shop.save(post("/orders")
                .id("gold")
                .withJson("$.customer.tier", "gold")
                .withHeader("X-Api", "1")
                .respond(ok()));
        shop.save(get("/orders/:id").id("order").respond(ok()));
        shop.save(delete("/order").id("typo").respond(ok()));
        shop.save(get("/something/else").id("far").respond(ok()));
    }

    private static MockRequest order(String accept) {
        return MockRequest.of(
                "POST",
                "/orders?x=1",
                Headers.of("Content-Type", "application/json", "Accept", accept, "X-Api", "1"),
                ORDER.getBytes(StandardCharsets.UTF_8));
    }

    private String text(MockRequest request) {
        Headers.Builder headers = Headers.builder().add("Accept", "text/plain");
        request.headers().forEach(headers::add);
        return shop.body(MockRequest.of(
                request.method(),
                request.target(),
                headers.build(),
                request.body().bytes()));
    }

    @Test
    void says_as_json_which_field_of_the_nearest_mocks_differs() {
        MockReply reply = shop.reply(order("*/*"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers().first("Content-Type")).isEqualTo("application/json");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "error": "no mock in namespace shop matches POST /orders?x=1",
                  "code": "not_found",
                  "request_id": "shop-1",
                  "nearest": [
                    {
                      "id": "gold",
                      "mock": "POST /orders",
                      "mismatches": [
                        {
                          "field": "$.customer.tier",
                          "expected": "\\"gold\\"",
                          "actual": "\\"silver\\""
                        }
                      ],
                      "hints": []
                    },
                    {
                      "id": "typo",
                      "mock": "DELETE /order",
                      "mismatches": [
                        {
                          "field": "method",
                          "expected": "DELETE",
                          "actual": "POST"
                        },
                        {
                          "field": "path",
                          "expected": "/order",
                          "actual": "/orders"
                        }
                      ],
                      "hints": [
                        "wrong method: the mock answers DELETE"
                      ]
                    },
                    {
                      "id": "order",
                      "mock": "GET /orders/:id",
                      "mismatches": [
                        {
                          "field": "method",
                          "expected": "GET",
                          "actual": "POST"
                        },
                        {
                          "field": "path",
                          "expected": "/orders/:id",
                          "actual": "/orders"
                        }
                      ],
                      "hints": [
                        "wrong method: the mock answers GET"
                      ]
                    }
                  ],
                  "hints": []
                }
                """);
    }

    @Test
    void says_the_same_as_text() {
        MockReply reply = shop.reply(order("text/plain"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers().first("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("""
                no mock in namespace shop matches POST /orders?x=1

                nearest mocks:
                  1. POST /orders  (gold)
                       $.customer.tier: expected "gold", was "silver"
                  2. DELETE /order  (typo)
                       method: expected DELETE, was POST
                       path: expected /order, was /orders
                       hint: wrong method: the mock answers DELETE
                  3. GET /orders/:id  (order)
                       method: expected GET, was POST
                       path: expected /orders/:id, was /orders
                       hint: wrong method: the mock answers GET
                """);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | true",
                "TEXT/PLAIN;q=0.9, application/json;q=0.8 | true",
                "text/plain;q=0.5, application/json | false",
                "text/plain;q=0, */* | false",
                "text/html, */*;q=0.8 | false",
                "text/plain, ; , | true",
                "; | false",
            })
    void chooses_the_form_the_client_prefers(String accept, boolean text) {
        assertThat(shop.reply(order(accept)).headers().first("Content-Type"))
                .isEqualTo(text ? "text/plain; charset=utf-8" : "application/json");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /orders/5         | wrong method: the mock answers GET",
                "GET  | /orders/5/        | trailing slash: the route matches /orders/5",
                "GET  | /SOMETHING/else   | the path differs only in upper and lower case",
                "GET  | /Orders/5         | the path differs only in upper and lower case",
                "GET  | /everywhere       | a mock for this request stands in namespace other",
                "GET  | /slash            | trailing slash: the route matches /slash/",
                "GET  | /once             | its useLimiter is used up after 1 request",
                "GET  | /short            | its ttl has passed",
            })
    void hints_at_the_reason(String method, String target, String hint) {
        shop.save(get("/slash/").respond(ok()));
        shop.save(get("/once").times(1).respond(ok()));
        shop.save(get("/short").ttl(Duration.ofSeconds(1)).respond(ok()));
        shop.reply(Requests.get("/once"));
        shop.namespace.clock().advance(Duration.ofSeconds(2));
        shop.namespaces.open("other").save(get("/everywhere").respond(ok()).build());

        assertThat(text(Requests.of(method, target))).contains("hint: " + hint + "\n");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"customer\":{ | the body is not JSON: ",
                "'' | {\"customer\":{ | the body is not JSON: ",
                "application/x-www-form-urlencoded | {\"a\":1} | the body looks like JSON, but its Content-Type says that it "
                        + "is a form",
                "application/json | {\"customer\":{\"tier\":\"GOLD\"}} | $.customer.tier differs only in upper and lower case",
            })
    void hints_at_what_is_wrong_with_the_body(String contentType, String body, String hint) {
        assertThat(text(Requests.post("/orders", contentType, body))).contains("hint: " + hint);
    }

    @Test
    void says_that_a_namespace_is_empty() {
        shop.namespace.deleteAll();

        assertThat(text(Requests.get("/a"))).isEqualTo("""
                no mock in namespace shop matches GET /a
                hint: namespace shop has no mocks
                """);
    }

    @Test
    void finds_the_nearest_of_ten_thousand_mocks() {
        for (int i = 0; i < 10_000; i++) {
            shop.save(get("/products/" + i * 7 + "/stock").respond(ok()));
        }
        shop.save(get("/warehouses/berlin").id("needle").respond(ok()));

        assertThat(text(Requests.get("/warehouse/berlin"))).contains("1. GET /warehouses/berlin  (needle)");
    }

    @Test
    void finds_the_used_up_mock_among_ten_thousand_on_one_path() {
        for (int i = 0; i < 10_000; i++) {
            shop.save(post("/many").id("n" + i).times(1).withJson("$.id", i).respond(ok()));
        }
        shop.reply(Requests.json("/many", "{\"id\":17}"));

        assertThat(text(Requests.json("/many", "{\"id\":17}")))
                .contains("1. POST /many  (n17)\n       hint: its useLimiter is used up after 1 request\n");
    }
}
