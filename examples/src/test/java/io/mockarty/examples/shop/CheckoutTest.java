package io.mockarty.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.MockartyUrl;
import io.mockarty.resolver.MockartyServer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the first item to the paid order, against the whole shop of {@code examples/mocks}. */
@MockartyTest
class CheckoutTest {

    private static final Path SHOP = Path.of("mocks");
    private static final String GOOD_CARD = "4111111111111111";
    private static final String DECLINED_CARD = "4000000000000002";
    private static final Item GRINDER = new Item("SKU-100", 2, new BigDecimal("49.00"));
    private static final Item MUG = new Item("SKU-300", 1, new BigDecimal("7.50"));

    @Test
    void a_cart_adds_up(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(SHOP);
        ShopClient shop = new ShopClient(base);

        Cart cart = shop.addToCart(shop.addToCart(shop.openCart(), GRINDER), MUG);

        assertThat(cart.subtotal()).isEqualByComparingTo("105.50");
    }

    @Test
    void an_order_is_paid_once_the_money_is_captured(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(SHOP);
        ShopClient ada = new ShopClient(base).signIn("ada", "secret");

        Order order = ada.checkout(ada.addToCart(ada.openCart(), GRINDER), List.of(GRINDER));
        assertThat(order.total()).isEqualByComparingTo("102.90");
        assertThat(ada.orderStatus(order.id())).isEqualTo("awaiting-payment");

        assertThat(ada.pay(order, GOOD_CARD).status()).isEqualTo("captured");

        ada.confirmPaid(order.id(), URI.create(base + "/notifications/order-paid"));
        assertThat(ada.orderStatus(order.id())).isEqualTo("paid");
    }

    @Test
    void orders_are_numbered(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(SHOP);
        ShopClient ada = new ShopClient(base).signIn("ada", "secret");
        Cart cart = ada.openCart();

        assertThat(ada.checkout(cart, List.of(MUG)).number()).isEqualTo("A-1");
        assertThat(ada.checkout(cart, List.of(MUG)).number()).isEqualTo("A-2");
    }

    @Test
    void nobody_orders_without_signing_in(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(SHOP);
        ShopClient shop = new ShopClient(base);

        assertThatExceptionOfType(ShopException.class)
                .isThrownBy(() -> shop.checkout(shop.openCart(), List.of(MUG)))
                .satisfies(e -> assertThat(e.status()).isEqualTo(401));
    }

    @Test
    void large_quantities_are_refused(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(SHOP);
        ShopClient ada = new ShopClient(base).signIn("ada", "secret");
        Item eleven = new Item("SKU-100", 11, new BigDecimal("49.00"));

        assertThatExceptionOfType(ShopException.class)
                .isThrownBy(() -> ada.checkout(ada.openCart(), List.of(MUG, eleven)))
                .satisfies(e -> assertThat(e.body()).contains("quantity_too_large"));
    }

    @Test
    void a_declined_card_is_an_error(MockartyServer mocks, @MockartyUrl URI base) {
        mocks.load(SHOP);
        ShopClient ada = new ShopClient(base).signIn("ada", "secret");
        Order order = ada.checkout(ada.openCart(), List.of(MUG));

        assertThatExceptionOfType(ShopException.class)
                .isThrownBy(() -> ada.pay(order, DECLINED_CARD))
                .satisfies(e -> assertThat(e.status()).isEqualTo(402));
    }
}
