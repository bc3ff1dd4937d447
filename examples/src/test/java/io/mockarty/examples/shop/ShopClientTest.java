package io.mockarty.examples.shop;

import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.resolver.MockartyServer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MockartyTest
class ShopClientTest {

    private static final Path MOCKS = Path.of("mocks");

    @Test
    void gold_customers_get_free_shipping(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.stub(get("/users/:id")
                .when(header("X-Tier", equalTo("gold")))
                .respond(ok().json(Map.of("id", "$.pathParam.id", "name", "$.fake.FirstName"))));

        assertThat(new ShopClient(base, Tier.GOLD).shippingFor(42)).isZero();
    }

    @Test
    void standard_customers_pay_for_shipping(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(MOCKS.resolve("users"));

        assertThat(new ShopClient(base).shippingFor(42)).isEqualByComparingTo("4.90");
    }

    @Test
    void an_unknown_user_is_an_error_with_status_and_body(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(MOCKS.resolve("users/profile.yaml"));

        assertThatExceptionOfType(ShopException.class)
                .isThrownBy(() -> new ShopClient(base).user(404))
                .satisfies(e -> assertThat(e.status()).isEqualTo(404))
                .satisfies(e -> assertThat(e.body()).contains("user_not_found"));
    }

    @Test
    void finds_products_by_words(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(MOCKS.resolve("catalogue/search.yaml"));

        assertThat(new ShopClient(base).search("coffee", 1, 10))
                .hasSize(2)
                .first()
                .satisfies(product -> assertThat(product.name()).startsWith("coffee by "));
    }

    @Test
    void finds_products_by_tags_in_any_order(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(MOCKS.resolve("catalogue/search.yaml"));
        ShopClient shop = new ShopClient(base);

        assertThat(shop.tagged("sale", "new")).extracting(Product::sku).containsExactly("SKU-300");
        assertThat(shop.tagged("new", "sale")).extracting(Product::sku).containsExactly("SKU-300");
        assertThat(shop.tagged("sale")).hasSize(2);
        assertThat(shop.tagged()).hasSize(3);
    }

    @Test
    void a_coupon_is_good_for_three_orders(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(MOCKS.resolve("coupons"));
        ShopClient shop = new ShopClient(base);
        BigDecimal total = new BigDecimal("50.00");

        for (int order = 1; order <= 3; order++) {
            assertThat(shop.redeemCoupon("WELCOME", total)).isEqualByComparingTo("40");
        }
        assertThatExceptionOfType(ShopException.class)
                .isThrownBy(() -> shop.redeemCoupon("WELCOME", total))
                .satisfies(e -> assertThat(e.status()).isEqualTo(410));
    }

    @Test
    void uploads_a_picture_and_refuses_anything_else(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(MOCKS.resolve("users/avatar.yaml"));
        ShopClient shop = new ShopClient(base);

        assertThat(shop.uploadAvatar(42, "me.PNG", new byte[] {1, 2, 3})).isEqualTo("/users/42/avatar");
        assertThatExceptionOfType(ShopException.class)
                .isThrownBy(() -> shop.uploadAvatar(42, "me.exe", new byte[] {1, 2, 3}))
                .satisfies(e -> assertThat(e.status()).isEqualTo(415));
    }
}
