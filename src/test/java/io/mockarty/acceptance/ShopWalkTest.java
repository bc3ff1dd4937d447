package io.mockarty.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.Strictness;
import io.mockarty.resolver.MockartyServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A walk through the shop of {@code examples/mocks}, request by request. */
@MockartyTest(strict = Strictness.OFF)
class ShopWalkTest {

    @Test
    void the_shop_has_sixty_mocks(MockartyServer mocks) {
        assertThat(mocks.load(Repository.path("examples/mocks"))).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            GET    | /users/42                      |                      |                         | 200 | "tier":"standard"
            GET    | /users/42                      | X-Tier: gold         |                         | 200 | "tier":"gold"
            GET    | /users/1                       | X-Tier: gold         |                         | 200 | Ada Lovelace
            GET    | /users/404                     |                      |                         | 404 | user_not_found
            PATCH  | /users/7                       | Content-Type: application/json | {"name":"Bo"} | 200 | "changed":{"name":"Bo"}
            DELETE | /users/7                       |                      |                         | 204 |
            POST   | /users                         | Content-Type: application/json | {"name":"Bo","email":"bo@example.com"} | 201 | "customerNumber":1
            POST   | /users                         | Content-Type: application/json | {"name":"Bo","email":"bo"}             | 400 | invalid_email
            POST   | /users                         | Content-Type: application/json | {"name":"Ada","email":"ada@example.com"} | 409 | email_taken
            POST   | /login                         | Content-Type: application/x-www-form-urlencoded | username=ada&password=x | 200 | "user":"ada"
            POST   | /login                         | Content-Type: application/x-www-form-urlencoded | username=bob&password=x | 401 | wrong_credentials
            GET    | /me                            | Cookie: session=abc  |                         | 200 | "session":"abc"
            GET    | /me                            |                      |                         | 401 | no_session
            GET    | /products?tag=sale&tag=new     |                      |                         | 200 | "total":1
            GET    | /products?tag=sale             |                      |                         | 200 | "total":2
            GET    | /products?limit=5              |                      |                         | 200 | "limit":"5"
            GET    | /products/SKU-000              |                      |                         | 404 | product_not_found
            GET    | /products/SKU%2F1              |                      |                         | 200 | "sku":"SKU/1"
            PURGE  | /products/a/b/c                | X-Purge-Key: k       |                         | 200 | "purged":true
            GET    | /search?q=tea&page=1&limit=50  |                      |                         | 200 | "query":"tea"
            GET    | /search?q=tea&page=1&limit=51  |                      |                         | 404 | query limit
            GET    | /search?q=tea&page=1&limit=50  | User-Agent: Crawler/1 |                        | 429 | too_many_requests
            GET    | /feeds/products.csv            |                      |                         | 200 | sku,name,price
            GET    | /flash-sale                    |                      |                         | 200 | "discountPercent":40
            POST   | /carts/c1/items                | Content-Type: application/json | {"sku":"SKU-100","qty":2,"price":49.00} | 200 | "lineTotal":98
            POST   | /carts/c1/bundle               | Content-Type: application/json | {"skus":["SKU-200","SKU-100"]}          | 200 | coffee-starter
            POST   | /carts/c1/bundle               | Content-Type: application/json | {"skus":["SKU-100"]}                    | 404 | $.skus
            POST   | /coupons/WELCOME/redemptions   | Content-Type: application/json | {"total":50}  | 200 | "total":40
            POST   | /coupons/NOPE/redemptions      | Content-Type: application/json | {"total":50}  | 404 | There is no coupon NOPE
            POST   | /orders                        | Content-Type: application/json | {"items":[]}  | 401 | not_logged_in
            OPTIONS | /orders                       |                      |                         | 204 |
            POST   | /orders/import                 | Content-Type: application/xml | <order><customer id="C-17"/><item><sku>S</sku></item></order> | 202 | <status>accepted</status>
            POST   | /v2/payments                   | Content-Type: application/json | {"orderId":"o","amount":1,"currency":"USD"} | 422 | We take EUR, not USD
            GET    | /v2/payments/p1                |                      |                         | 200 | "status":"pending"
            POST   | /shipping/quotes               | Content-Type: application/json | {"weightKg":2,"address":{"country":"DE"}}    | 200 | "fee":5.9
            GET    | /shipments/T1                  |                      |                         | 200 | "trackingId":"T1"
            GET    | /notifications/emails/help     |                      |                         | 200 | Write $.req.name where
            GET    | /reports/sales                 |                      |                         | 200 | "bestSeller":"SKU-100"
            GET    | /ping                          |                      |                         | 200 | pong
            GET    | /ping                          | X-Maintenance: on    |                         | 503 | maintenance
            BREW   | /v1/any/thing                  |                      |                         | 410 | api_version_gone
            """)
    void answers(
            String method, String path, String header, String body, int status, String content, MockartyServer mocks) {
        mocks.load(Repository.path("examples/mocks"));

        HttpResponse<String> response = Http.request(
                method,
                mocks.baseUrl() + path,
                body == null ? "" : body,
                header == null ? new String[0] : new String[] {header});

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(content == null ? "" : content);
    }
}
